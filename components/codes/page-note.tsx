import { nameOf } from '../accounts/account-name.ts';
import type { CurrentPage } from '../../lib/protocol/views.ts';
import type { OwnRequests } from '../../lib/protocol/own-messages.ts';
import { GuideLink } from '../guide/guide-link.tsx';
import { ArmedButton } from '../ui/armed-button.tsx';
import { isolated } from '../ui/isolated.ts';
import { onEscape } from '../ui/on-escape.ts';
import { useHandedFocus } from '../ui/use-handed-focus.ts';
import { useWords } from '../ui/words.ts';

interface PageNoteProps {
  readonly host: string;
  readonly prompt: 'waiting' | 'none';
  /**
   * missing: the site has no account yet, and every row of the list offers to fill its code.
   * another: the accounts of the site name another e-mail address than the user typed.
   */
  readonly account?: CurrentPage['account'] | undefined;
  /** likely: the page is of the user's own network, as VMS Local is, and is offered to be added. */
  readonly grant: 'likely' | 'possible' | 'none';
  readonly skewMs?: number | undefined;
  /** The site that onWant asked to add. The browser asks the user in the tick of onAllow, or not at all. */
  readonly wanted: Pick<ReturnType<OwnRequests['siteWant']>, 'origin' | 'transport'> | undefined;
  /** What the page is enrolling: it comes before all else. */
  readonly scan?: CurrentPage['scan'];
  readonly onReview: () => void;
  /** Called for the code of an account that the vault has. */
  readonly onFillKnown: () => void;
  readonly onFillNext: () => void;
  readonly onWant: () => void;
  readonly onAllow: () => void;
  readonly onCancel: () => void;
  readonly onUseSiteClock: () => void;
  readonly onIgnoreClock: () => void;
}

interface ScanNoteProps extends Pick<PageNoteProps, 'onReview' | 'onFillKnown' | 'onFillNext'> {
  readonly scan: NonNullable<PageNoteProps['scan']>;
}

/** An enrolment that waits for the user: its button is armed, as a page may have brought the popup up. */
function ScanNote({ scan, onReview, onFillKnown, onFillNext }: ScanNoteProps) {
  const words = useWords();
  const [text, button, onClick] = {
    offered: ['enrolment_offered', 'enrolment_review', onReview] as const,
    known: ['enrolment_known', 'offer_fill', onFillKnown] as const,
    saved: ['enrolment_saved', 'offer_fill_next', onFillNext] as const,
  }[scan.state];
  return (
    <div class="here">
      <p>{words(text, isolated(nameOf(scan)))}</p>
      <ArmedButton look="primary" onClick={onClick}>
        {words(button)}
      </ArmedButton>
    </div>
  );
}

type GrantNoteProps = Pick<PageNoteProps, 'wanted' | 'onWant' | 'onAllow' | 'onCancel'>;

/** Offers to add the page as a site, and says what the browser will ask before it asks. */
function GrantNote({ wanted, onWant, onAllow, onCancel }: GrantNoteProps) {
  const words = useWords();
  const shown = useHandedFocus<HTMLButtonElement>(wanted?.origin);
  if (!wanted) {
    return (
      <div class="here">
        <button ref={shown} type="button" class="button button-small" onClick={onWant}>
          {words('codes_grant')}
        </button>
      </div>
    );
  }
  return (
    <div class="here" onKeyDown={onEscape(onCancel)}>
      <p>{words('codes_grant_what', isolated(wanted.origin))}</p>
      {wanted.transport === 'plain' && <p>{words('codes_grant_plain')}</p>}
      <div class="actions">
        <ArmedButton look="primary" onClick={onAllow}>
          {words('codes_grant_allow')}
        </ArmedButton>
        <button ref={shown} type="button" class="button" onClick={onCancel}>
          {words('ui_cancel')}
        </button>
      </div>
    </div>
  );
}

/** What the popup says about the page in the tab, and what the user can do about it. */
export function PageNote(props: PageNoteProps) {
  const { host, skewMs, wanted } = props;
  const words = useWords();
  if (props.scan) return <ScanNote {...props} scan={props.scan} />;
  if (skewMs !== undefined) {
    const seconds = Math.round(Math.abs(skewMs) / 1000);
    return (
      <div class="here">
        <p>{words(skewMs > 0 ? 'codes_clock_slow' : 'codes_clock_fast', seconds)}</p>
        <div class="actions">
          <button type="button" class="button button-small" onClick={props.onUseSiteClock}>
            {words('codes_clock_use')}
          </button>
          <button
            type="button"
            class="button button-small button-quiet"
            onClick={props.onIgnoreClock}
          >
            {words('codes_clock_ignore')}
          </button>
          <GuideLink topic="code-rejected" />
        </div>
      </div>
    );
  }
  const isUnnamed = props.account === 'another' && props.prompt === 'waiting';
  if (props.account === 'missing' || isUnnamed) {
    return (
      <div class="here">
        <p>{words('codes_here_choose', isolated(host))}</p>
      </div>
    );
  }
  if (props.prompt === 'waiting') {
    return (
      <div class="here">
        <p>{words('codes_here_waiting', isolated(host))}</p>
      </div>
    );
  }
  if (props.grant !== 'likely' && !wanted) return null;
  return <GrantNote {...props} />;
}
