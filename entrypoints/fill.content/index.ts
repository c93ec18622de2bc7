import { defineContentScript } from 'wxt/utils/define-content-script';
import { words } from '../../lib/browser/i18n.ts';
import { findClockSample } from '../../lib/page/dom/server-clock.ts';
import { createChip } from '../../lib/page/prompt/badge.ts';
import { findCodeField } from '../../lib/page/field/find-field.ts';
import { contextNow, onSignIn } from '../../lib/page/prompt/sign-in-relay.ts';
import { PromptFlow, type PromptDesk } from '../../lib/page/prompt/flow.ts';
import { innermost } from '../../lib/page/prompt/watch-sign-in.ts';
import { watchPrompt } from '../../lib/page/prompt/watch-field.ts';
import { askAsPage, isAlive, onOrphaned, onPush } from '../../lib/protocol/client.ts';
import { matchPatterns } from '../../lib/sites/index.ts';

/** Injected by the background into a document of a site, when a field first shows there. */
export default defineContentScript({
  matches: [...matchPatterns],
  allFrames: true,
  registration: 'runtime',
  main() {
    const life = new AbortController();
    const { signal } = life;
    onOrphaned(() => life.abort(), signal);
    /** After an update this script is an orphan: it leaves without a word. */
    const calmly = (work: Promise<unknown>): void => {
      work.catch(() => {
        if (!isAlive()) life.abort();
      });
    };
    let firstPromptId: string | undefined;
    const desk: PromptDesk = {
      seen: (promptId) => {
        firstPromptId ??= promptId;
        const arrival = promptId === firstPromptId ? arrivalOf(document) : 'otherwise';
        return askAsPage('promptReport', { promptId, arrival });
      },
      outcome: async (promptId, outcome) => {
        if (outcome === 'refused') calmly(compareClocks());
        await askAsPage('promptOutcome', { promptId, outcome });
      },
      findField: () => findCodeField(document, contextNow())?.field,
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
      {
        open: (at) => {
          const { promptId } = flow;
          if (promptId === undefined) return;
          calmly(askAsPage('promptOpen', { promptId, ...(at ? { at } : {}) }));
        },
        copied: () => {
          const { promptId } = flow;
          if (promptId !== undefined) calmly(askAsPage('promptCopied', { promptId }));
        },
      },
      signal,
    );
    const flow = new PromptFlow(desk, chip);
    let enrolmentTimer: ReturnType<typeof setTimeout> | undefined;
    const onField: Parameters<typeof watchPrompt>[0]['onField'] = (field, beside) => {
      clearTimeout(enrolmentTimer);
      // The picture may be an enrolment's QR: once it is read the background keeps other codes away.
      const waitMs = beside === 'none' ? 0 : ENROLMENT_MS;
      if (waitMs === 0) calmly(flow.field(field));
      else enrolmentTimer = setTimeout(() => calmly(flow.field(field)), waitMs);
    };
    const onGone = (): void => {
      clearTimeout(enrolmentTimer);
      calmly(flow.gone());
    };
    const watch = watchPrompt({ context: contextNow, onField, onGone }, signal);
    onSignIn(() => {
      // What was too weak before may be strong enough now.
      watch.look();
      calmly(flow.askAgain());
    }, signal);
    onPush(
      {
        fill: ({ promptId, code, submit }) => calmly(flow.fill(promptId, code, submit)),
        insert: () => {
          if (pointedAt?.isConnected) calmly(flow.insert(pointedAt));
        },
        wait: ({ promptId, untilMs }) => calmly(flow.wait(promptId, untilMs)),
      },
      signal,
    );
    let pointedAt: HTMLInputElement | undefined;
    const onMenu = (event: Event): void => {
      const target = innermost(event);
      if (event.isTrusted) pointedAt = target instanceof HTMLInputElement ? target : undefined;
    };
    document.addEventListener('contextmenu', onMenu, { capture: true, signal });
    window.addEventListener('pagehide', () => calmly(flow.gone()), { signal });
    window.addEventListener('pageshow', (event) => event.persisted && watch.renew(), { signal });
  },
});

/** A QR in view is read and known to the background well within this. */
const ENROLMENT_MS = 1_000;

/** Whether a link or a form led to this document, and not a reload or the way back. */
function arrivalOf({ defaultView }: Document): 'navigated' | 'otherwise' {
  const [entry] = defaultView?.performance.getEntriesByType('navigation') ?? [];
  return entry && 'type' in entry && entry.type === 'navigate' ? 'navigated' : 'otherwise';
}

/** A refused code is most often a wrong clock: the popup can say by how much. */
async function compareClocks(): Promise<void> {
  const sample = await findClockSample(() => Date.now());
  if (sample) await askAsPage('clockSample', sample);
}
