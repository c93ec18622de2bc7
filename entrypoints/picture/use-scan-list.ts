import { useState } from 'preact/hooks';
import { nameOf } from '../../components/accounts/account-name.ts';
import { isolated } from '../../components/ui/isolated.ts';
import type { useTask } from '../../components/ui/use-task.ts';
import type { Language } from '../../lib/language/language.ts';
import { useLanguage } from '../../components/ui/words.ts';
import {
  areWholeExports,
  discardScan,
  EXPORT_LIST,
  forgetExports,
  saveScan,
} from '../../lib/protocol/save-scan.ts';
import { undoOf, type Undo } from '../../lib/protocol/undo.ts';
import type { ScanResult, ScanView } from '../../lib/protocol/views.ts';
import {
  alternativesTo,
  areIncompleteExports,
  addScanResults,
  isOf,
  scansOf,
  unfinishedResults,
} from './scan-list.ts';

export type Step =
  | { readonly kind: 'take' }
  | { readonly kind: 'results' }
  | { readonly kind: 'review'; readonly scan: ScanView };

/** The step that follows a scan: a single account needs no list. */
function stepOf([only, ...others]: readonly ScanResult[]): Step {
  return only?.scan && others.length === 0
    ? { kind: 'review', scan: only.scan }
    : { kind: 'results' };
}

/** The list of the import page, with all exports that were scanned. */
function listExports(): void {
  location.assign(EXPORT_LIST);
}

/** What the camera goes on for. */
function missingWords({ words, formats }: Language, [first]: readonly ScanResult[]): string {
  const { batchSize, missing = [] } = first ?? {};
  return words('accounts_finding_missing', batchSize ?? '', formats.numbers(missing));
}

/** Saves what the user chose of a result, and forgets what else it could have been. */
async function saveOneOf(
  results: readonly ScanResult[],
  scan: ScanView,
  save: Parameters<typeof saveScan>[1],
): ReturnType<typeof saveScan> {
  const saved = await saveScan(scan, save);
  if (saved) alternativesTo(results, scan).forEach(discardScan);
  return saved;
}

/** What the page says below the list, and whether it is of something done: a saving that has replaced an account can be undone. */
interface ListStatus {
  readonly text: string;
  readonly look?: 'done';
  readonly undo?: Undo;
}

/** What the page says of an account that was saved just now. */
function statusOf(
  saved: NonNullable<Awaited<ReturnType<typeof saveScan>>>,
  { words }: Language,
): ListStatus {
  const undo = undoOf(saved);
  if (undo) return { text: '', undo };
  return { text: words('picture_saved', isolated(nameOf(saved))), look: 'done' };
}

/** What was read so far, which step the user is at, and what becomes of an account. */
export function useScanList(task: ReturnType<typeof useTask>) {
  const language = useLanguage();
  const [step, setStep] = useState<Step>({ kind: 'take' });
  const [results, setResults] = useState<readonly ScanResult[]>([]);
  const [status, setStatus] = useState<ListStatus>({ text: '' });
  const startAnew = (): void => setStep({ kind: 'take' });

  /** Takes what was saved or dismissed off the list; after the last one the page starts anew. */
  const takeOff = (scan: ScanView, said: ListStatus): void => {
    const rest = results.filter((result) => !isOf(result, scan));
    setResults(rest);
    setStatus(said);
    setStep({ kind: unfinishedResults(rest).length > 0 ? 'results' : 'take' });
  };
  return {
    step,
    results,
    status,
    startAnew,
    review: (scan: ScanView): void => setStep({ kind: 'review', scan }),
    listExports,
    /** Shows what was found. A camera goes on as long as nothing but codes of an export is missing. */
    show(found: readonly ScanResult[], by: 'picture' | 'camera'): 'again' | 'enough' {
      const all = addScanResults(results, found);
      const isIncomplete = by === 'camera' && areIncompleteExports(all);
      setResults(all);
      setStatus({ text: isIncomplete ? missingWords(language, all) : '' });
      if (isIncomplete) return 'again';
      if (areWholeExports(all)) listExports();
      else setStep(stepOf(all));
      return 'enough';
    },
    /** The camera was switched off: what it has seen by then is listed. */
    leaveCamera(): void {
      setStatus({ text: '' });
      if (results.length > 0) setStep({ kind: 'results' });
    },
    save(scan: ScanView, save: Parameters<typeof saveScan>[1]): void {
      task.run(async () => {
        const saved = await saveOneOf(results, scan, save);
        if (!saved) return;
        takeOff(scan, statusOf(saved, language));
      });
    },
    leaveReview(scan: ScanView): void {
      // Back from one of two is to choose the other.
      if (alternativesTo(results, scan).length > 0) return setStep({ kind: 'results' });
      discardScan(scan);
      takeOff(scan, { text: '' });
    },
    leaveResults(): void {
      results.flatMap(scansOf).forEach(discardScan);
      forgetExports();
      setResults([]);
      startAnew();
    },
  };
}
