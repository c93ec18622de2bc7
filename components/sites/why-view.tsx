import type { ErrorCode } from '../../lib/errors.ts';
import { ErrorNote } from '../ui/note.tsx';
import { useWords, type MessageKey } from '../ui/words.ts';
import { WhyField, type FieldEntry } from './why-field.tsx';

export interface TabEntry {
  readonly tabId: number;
  readonly host: string;
  /** From 1, as the tabs stand in their window. */
  readonly place: number;
}

export type FrameEntry =
  | {
      readonly kind: 'fields';
      readonly offer: number;
      readonly fill: number;
      readonly more: number;
      readonly fields: readonly FieldEntry[];
    }
  | { readonly kind: 'foreign' }
  | { readonly kind: 'unreadable' };

export interface WhyEntry {
  readonly host: string;
  readonly vault: string;
  readonly signIn: 'fresh' | 'old' | 'none' | 'refused' | 'over';
  readonly fill: 'by-itself' | 'by-hand';
  readonly frames: readonly FrameEntry[];
}

interface WhyViewProps {
  /** Undefined until the user asked for them. */
  readonly tabs: readonly TabEntry[] | undefined;
  readonly why: WhyEntry | undefined;
  readonly busy: boolean;
  readonly errorCode: ErrorCode | undefined;
  readonly onLook: () => void;
  readonly onTab: (tabId: number) => void;
}

const SIGN_INS: Readonly<Record<WhyEntry['signIn'], MessageKey>> = {
  fresh: 'why_sign_in_fresh',
  old: 'why_sign_in_old',
  none: 'why_sign_in_none',
  refused: 'why_sign_in_refused',
  over: 'why_sign_in_over',
};

function Frame({ frame, place }: { readonly frame: FrameEntry; readonly place: number }) {
  const words = useWords();
  return (
    <li class="card">
      <h4>{place === 0 ? words('why_page') : words('why_frame', String(place))}</h4>
      {frame.kind === 'foreign' && <p>{words('why_foreign')}</p>}
      {frame.kind === 'unreadable' && <p>{words('why_unreadable')}</p>}
      {frame.kind === 'fields' && frame.fields.length === 0 && <p>{words('why_no_fields')}</p>}
      {frame.kind === 'fields' &&
        frame.fields.map((field, index) => (
          <WhyField
            key={index}
            field={field}
            place={index + 1}
            offer={frame.offer}
            fill={frame.fill}
          />
        ))}
      {frame.kind === 'fields' && frame.more > 0 && (
        <p class="hint">{words('why_more', String(frame.more))}</p>
      )}
    </li>
  );
}

/** 'Why was a field (not) filled?': choose an open page, see what its script sees. */
export function WhyView({ tabs, why, busy, errorCode, onLook, onTab }: WhyViewProps) {
  const words = useWords();
  return (
    <section class="form" aria-labelledby="why">
      <h2 id="why">{words('why_title')}</h2>
      <p class="hint">{words('why_hint')}</p>
      <div class="actions">
        <button type="button" class="button" disabled={busy} onClick={onLook}>
          {words('why_look')}
        </button>
      </div>
      <ErrorNote code={errorCode} />
      {tabs?.length === 0 && <p role="status">{words('why_no_tabs')}</p>}
      {tabs && tabs.length > 0 && (
        <ul class="plain-list">
          {tabs.map(({ tabId, host, place }) => (
            <li key={tabId}>
              <button type="button" class="button" disabled={busy} onClick={() => onTab(tabId)}>
                <bdi>{words('why_tab', host, String(place))}</bdi>
              </button>
            </li>
          ))}
        </ul>
      )}
      {why && (
        <div class="form" role="region" aria-label={words('why_of', why.host)}>
          <h3>
            <bdi>{words('why_of', why.host)}</bdi>
          </h3>
          <ul class="plain-list">
            {why.vault !== 'open' && <li>{words('why_locked')}</li>}
            <li>{words(SIGN_INS[why.signIn])}</li>
            {why.fill === 'by-hand' && <li>{words('why_ask_first')}</li>}
          </ul>
          <ul class="plain-list">
            {why.frames.map((frame, place) => (
              <Frame key={place} frame={frame} place={place} />
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
