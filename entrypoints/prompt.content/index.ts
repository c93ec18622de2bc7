import { defineContentScript } from 'wxt/utils/define-content-script';
import { words } from '../../lib/browser/i18n.ts';
import { createChip } from '../../lib/page/chip.ts';
import { findCodeField } from '../../lib/page/find-field.ts';
import { PromptFlow } from '../../lib/page/prompt-flow.ts';
import { watchSignIn } from '../../lib/page/sign-in.ts';
import { watchPrompt } from '../../lib/page/watch-prompt.ts';
import { askAsPage, isAlive, onPush } from '../../lib/protocol/client.ts';
import { findSite, matchPatterns } from '../../lib/sites/index.ts';

export default defineContentScript({
  matches: [...matchPatterns],
  allFrames: true,
  runAt: 'document_start',
  main() {
    // A pattern is wider than a site: other ports, a trailing dot, sandboxed frames.
    if (!findSite(location.origin)) return;
    // Nobody looks at a prerendered page yet (Chromium; missing in the DOM types).
    if ('prerendering' in document && document.prerendering === true)
      document.addEventListener('prerenderingchange', start);
    else start();
  },
});

function start(): void {
  const life = new AbortController();
  const { signal } = life;
  /** After an update this script is an orphan: it leaves without a word. */
  const calmly = (work: Promise<unknown>): void => {
    work.catch(() => {
      if (!isAlive()) life.abort();
    });
  };
  let signedInMs = -Infinity;
  const context = () => ({
    moment: Date.now() - signedInMs < SIGN_IN_MS ? ('sign-in' as const) : ('unknown' as const),
  });
  const desk = {
    seen: (promptId: string) => askAsPage('promptSeen', { promptId }),
    outcome: (promptId: string, outcome: 'filled' | 'not-filled' | 'refused' | 'gone') =>
      askAsPage('promptOutcome', { promptId, outcome }),
    findField: () => findCodeField(document, context()),
    nowMs: () => Date.now(),
  };
  const chip = createChip(
    {
      filled: words('prompt_filled'),
      waiting: words('prompt_waiting'),
      seconds: (seconds) => words('prompt_seconds', String(seconds)),
      locked: words('prompt_locked'),
      choose: words('prompt_choose'),
      refused: words('prompt_refused'),
      copy: (digits) => words('prompt_copy', digits),
    },
    desk.nowMs,
    () => {
      const { promptId } = flow;
      if (promptId) calmly(askAsPage('promptOpen', { promptId }));
    },
    signal,
  );
  const flow = new PromptFlow(desk, chip);
  const watch = watchPrompt(
    {
      context,
      onField: (field) => calmly(flow.field(field)),
      onGone: () => calmly(flow.gone()),
    },
    signal,
  );
  watchSignIn((identity) => {
    signedInMs = Date.now();
    const told = askAsPage('signInSeen', identity === undefined ? {} : { identity });
    calmly(told.then(() => flow.askAgain()));
  }, signal);
  onPush(
    {
      fill: ({ promptId, code }) => calmly(flow.fill(promptId, code)),
      wait: ({ promptId, untilMs }) => calmly(flow.wait(promptId, untilMs)),
    },
    signal,
  );
  window.addEventListener('pagehide', () => calmly(flow.gone()), { signal });
  window.addEventListener('pageshow', (event) => event.persisted && watch.renew(), { signal });
}

/** The user's own log-in is evidence for a code field this long, as it is for a release (lib/policy). */
const SIGN_IN_MS = 5 * 60_000;
