import type { ErrorCode } from '../../lib/errors.ts';
import type { FrameExplanation, SiteTab, TabExplanation } from '../../lib/protocol/explanation.ts';
import { ErrorNote } from '../ui/note.tsx';
import type { MessageKey } from '../../lib/language/messages.ts';
import { useLanguage, useWords } from '../ui/words.ts';
import { ExplainedField } from './explained-field.tsx';

interface ExplanationViewProps {
  /** Undefined until the user asked for them. */
  readonly tabs: readonly SiteTab[] | undefined;
  readonly explanation: TabExplanation | undefined;
  readonly busy: boolean;
  readonly errorCode: ErrorCode | undefined;
  readonly onLook: () => void;
  readonly onTab: (tabId: number) => void;
}

const SIGN_INS: Readonly<Record<TabExplanation['signIn'], MessageKey>> = {
  fresh: 'explain_sign_in_fresh',
  old: 'explain_sign_in_old',
  none: 'explain_sign_in_none',
  refused: 'explain_sign_in_refused',
  over: 'explain_sign_in_over',
};

function Frame({ frame, place }: { readonly frame: FrameExplanation; readonly place: number }) {
  const { words, plural } = useLanguage();
  return (
    <li class="card">
      <h4>{place === 0 ? words('explain_page') : words('explain_frame', place)}</h4>
      {frame.kind === 'foreign' && <p>{words('explain_foreign')}</p>}
      {frame.kind === 'unreadable' && <p>{words('explain_unreadable')}</p>}
      {frame.kind === 'fields' && frame.fields.length === 0 && <p>{words('explain_no_fields')}</p>}
      {frame.kind === 'fields' &&
        frame.fields.map((field, index) => (
          <ExplainedField
            key={index}
            field={field}
            place={index + 1}
            offer={frame.offer}
            fill={frame.fill}
          />
        ))}
      {frame.kind === 'fields' && frame.more > 0 && (
        <p class="hint">{plural('explain_more', frame.more)}</p>
      )}
    </li>
  );
}

/** 'Code not filled? Check a page': choose an open page, see what its script sees. */
export function ExplanationView({
  tabs,
  explanation,
  busy,
  errorCode,
  onLook,
  onTab,
}: ExplanationViewProps) {
  const words = useWords();
  return (
    <section class="form" aria-labelledby="explanation">
      <h2 id="explanation">{words('explain_title')}</h2>
      <p class="hint">{words('explain_hint')}</p>
      <div class="actions">
        <button type="button" class="button" disabled={busy} onClick={onLook}>
          {words('explain_look')}
        </button>
      </div>
      <ErrorNote code={errorCode} />
      {tabs?.length === 0 && <p role="status">{words('explain_no_tabs')}</p>}
      {tabs && tabs.length > 0 && (
        <ul class="plain-list">
          {tabs.map(({ tabId, host, place }) => (
            <li key={tabId}>
              <button type="button" class="button" disabled={busy} onClick={() => onTab(tabId)}>
                <bdi>{words('explain_tab', host, place)}</bdi>
              </button>
            </li>
          ))}
        </ul>
      )}
      {explanation && (
        <div class="form" role="region" aria-label={words('explain_of', explanation.host)}>
          <h3>
            <bdi>{words('explain_of', explanation.host)}</bdi>
          </h3>
          <ul class="plain-list">
            {explanation.vault !== 'open' && <li>{words('explain_locked')}</li>}
            <li>{words(SIGN_INS[explanation.signIn])}</li>
            {explanation.fill === 'by-hand' && <li>{words('explain_ask_first')}</li>}
          </ul>
          <ul class="plain-list">
            {explanation.frames.map((frame, place) => (
              <Frame key={place} frame={frame} place={place} />
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
