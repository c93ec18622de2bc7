import { defineContentScript } from 'wxt/utils/define-content-script';
import { words } from '../../lib/browser/i18n.ts';
import { onReplaced } from '../../lib/page/dom/leftovers.ts';
import { ownMembers } from '../../lib/page/dom/own-members.ts';
import { onEnrolment } from '../../lib/page/dom/qr-reading.ts';
import { findClockSample } from '../../lib/page/dom/server-clock.ts';
import { findCodeField } from '../../lib/page/field/find-field.ts';
import type { FoundField } from '../../lib/page/field/find-field.ts';
import type { PromptBackend } from '../../lib/page/prompt/backend.ts';
import type { BadgeWords } from '../../lib/page/prompt/badge-view.ts';
import { Badge, type BadgeActions } from '../../lib/page/prompt/badge.ts';
import { PromptFlow } from '../../lib/page/prompt/flow.ts';
import { HoldBesideQr } from '../../lib/page/prompt/hold-beside-qr.ts';
import { contextNow, onSignIn, relaySignInOver } from '../../lib/page/prompt/sign-in-relay.ts';
import { FieldWatcher } from '../../lib/page/prompt/watch-field.ts';
import { innermost } from '../../lib/page/prompt/watch-sign-in.ts';
import { beginScript } from '../../lib/protocol/begin-script.ts';
import { askAsPage, isAlive, onPush } from '../../lib/protocol/client.ts';
import { matchPatterns } from '../../lib/sites/index.ts';

/** Injected by the background into a document of a site, when a field first shows there. */
export default defineContentScript({
  matches: [...matchPatterns],
  allFrames: true,
  registration: 'runtime',
  main() {
    const ending = beginScript('fill');
    if (!ending) return;
    const { signal } = ending;
    onReplaced(() => ending.abort(), signal);
    /** After an update of the extension this script is an orphan: it ends without a word. */
    const run = (work: Promise<unknown>): void => {
      work.catch(() => {
        if (!isAlive()) ending.abort();
      });
    };
    const backend = createBackend();
    const actions: BadgeActions = {
      open: (at) => run(flow.open(at)),
      fill: (press) => run(flow.take(press)),
      copied: (digits) => run(tellCopied(flow.promptId, digits)),
    };
    const badge = new Badge({ words: badgeWords(), actions, nowMs: backend.nowMs }, signal);
    const flow = new PromptFlow(backend, badge);
    const watcher = watchFields(flow, run, signal);
    onSignIn(() => {
      // A field that was too weak before may be strong enough now.
      watcher.search();
      run(flow.askAgain());
    }, signal);
    // A button that is offered already would fill another account's code.
    onEnrolment(() => run(flow.askAgain()), signal);
    const menu = new MenuTarget(signal);
    onPush(
      {
        fill: ({ promptId, code, submit }) =>
          run(flow.push(promptId, { kind: 'fill', code, submit })),
        insert: () => {
          if (menu.input?.isConnected) run(flow.insert(menu.input));
        },
        wait: ({ promptId, untilMs }) => run(flow.push(promptId, { kind: 'wait', untilMs })),
      },
      signal,
    );
    window.addEventListener('pagehide', () => run(flow.gone('left')), { signal });
    const onShow = (event: PageTransitionEvent): void => {
      if (event.persisted) watcher.renew();
    };
    window.addEventListener('pageshow', onShow, { signal });
  },
});

function createBackend(): PromptBackend {
  let firstPromptId: string | undefined;
  return {
    report: (promptId, facts) => {
      firstPromptId ??= promptId;
      const arrival = promptId === firstPromptId ? arrivalOf() : 'here';
      return askAsPage('promptReport', { promptId, arrival, ...(facts ? { facts } : {}) });
    },
    take: (promptId, press) => askAsPage('promptTake', { promptId, press }),
    open: async (promptId, at) =>
      (await askAsPage('promptOpen', { promptId, ...(at ? { at } : {}) })).where,
    renew: (promptId) => askAsPage('promptRenew', { promptId }),
    outcome: (promptId, outcome) => askAsPage('promptOutcome', { promptId, outcome }),
    compareClocks: async () => {
      const sample = await findClockSample(() => Date.now());
      return sample && (await askAsPage('clockSample', sample)).aheadMs;
    },
    signInOver: relaySignInOver,
    findField: () => findCodeField(document, contextNow()),
    nowMs: () => Date.now(),
  };
}

function badgeWords(): BadgeWords {
  return {
    filled: words('prompt_filled'),
    waiting: words('prompt_waiting'),
    seconds: (seconds) => words('prompt_seconds', seconds),
    locked: words('prompt_locked'),
    toolbar: words('prompt_toolbar'),
    choose: words('prompt_choose'),
    offer: words('prompt_offer'),
    refused: words('prompt_refused'),
    refusedSeconds: (seconds) => words('prompt_refused_seconds', seconds),
    next: words('prompt_next'),
    clock: (ahead) => words(ahead > 0 ? 'prompt_clock_slow' : 'prompt_clock_fast', Math.abs(ahead)),
    copy: (digits) => words('prompt_copy', digits),
    type: (digits) => words('prompt_type', digits),
    keyHint: words('prompt_key_hint'),
  };
}

function watchFields(
  flow: PromptFlow,
  run: (work: Promise<unknown>) => void,
  signal: AbortSignal,
): FieldWatcher {
  const hold = new HoldBesideQr();
  const onField = (found: FoundField): void =>
    hold.begin(found.signals, () => run(flow.field(found)));
  const onGone = (): void => {
    hold.end();
    run(flow.gone());
  };
  return new FieldWatcher({ context: contextNow, onField, onGone }, signal).start();
}

/** The field on which the user opened the browser's menu. */
class MenuTarget {
  #input: HTMLInputElement | undefined;

  constructor(signal: AbortSignal) {
    const onMenu = (event: Event): void => {
      const target = innermost(event);
      if (event.isTrusted) this.#input = target instanceof HTMLInputElement ? target : undefined;
    };
    ownMembers(document).addEventListener('contextmenu', onMenu, { capture: true, signal });
  }

  get input(): HTMLInputElement | undefined {
    return this.#input;
  }
}

async function tellCopied(promptId: string | undefined, digits: string): Promise<void> {
  if (promptId !== undefined) await askAsPage('promptCopied', { promptId, digits });
}

/** Whether a link or a form led to this document, and not a reload or the way back. */
function arrivalOf(): 'navigated' | 'here' {
  const [entry] = performance.getEntriesByType('navigation');
  return entry && 'type' in entry && entry.type === 'navigate' ? 'navigated' : 'here';
}
