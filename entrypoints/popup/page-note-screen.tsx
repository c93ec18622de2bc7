import { PageNote } from '../../components/codes/page-note.tsx';
import { useWords } from '../../components/ui/words.ts';
import { ask } from '../../lib/protocol/client.ts';
import type { CurrentPage, ScanResult } from '../../lib/protocol/views.ts';
import { useIgnoredClock } from './use-ignored-clock.ts';
import type { PageGrant } from './use-page-grant.ts';

interface PageNoteScreenProps {
  readonly page: CurrentPage;
  readonly grant: PageGrant;
  /** Called with what the page shows, to be saved. */
  readonly onShown: (shown: ScanResult) => void;
  /** Does some work, and says what it gives, or why it failed. */
  readonly attempt: (work: () => Promise<string>) => void;
}

/** What concerns the page in the tab: what it enrols, adding it as a site, and its clock. */
export function PageNoteScreen({ page, grant, onShown, attempt }: PageNoteScreenProps) {
  const words = useWords();
  const clock = useIgnoredClock(page);
  const useSiteClock = (): void =>
    attempt(async () => {
      if (page.siteId === undefined || page.skewMs === undefined) return '';
      const change = { clockOffsetMs: Math.round(page.skewMs) };
      await ask('siteChange', { siteId: page.siteId, change });
      return words('codes_clock_used');
    });
  const { scan } = page;
  const review = (): void =>
    attempt(async () => {
      if (!scan) return '';
      onShown(await ask('reviewPage', { scanId: scan.scanId }));
      return '';
    });
  const fillKnown = (): void =>
    attempt(async () => {
      if (!scan) return '';
      // Saving what is saved already adds nothing, and gives the page its code.
      const { scanId, issuer, label } = scan;
      await ask('saveScan', { scanId, issuer, label });
      window.close();
      return '';
    });
  const fillNext = (): void =>
    attempt(async () => {
      if (!scan) return '';
      await ask('enrolmentFill', { scanId: scan.scanId });
      window.close();
      return '';
    });
  return (
    <PageNote
      host={page.host}
      prompt={page.prompt}
      account={page.account}
      grant={page.grant}
      skewMs={clock.skewMs}
      {...grant}
      {...(scan && { scan })}
      onReview={review}
      onFillKnown={fillKnown}
      onFillNext={fillNext}
      onUseSiteClock={useSiteClock}
      onIgnoreClock={clock.onIgnore}
    />
  );
}
