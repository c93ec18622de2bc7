/** What the tests in a real page use of lib/page. */
import type { PromptFacts } from '../../../lib/policy/prompt-memory.ts';
import type { PromptAnswer } from '../../../lib/protocol/page-messages.ts';
import type { BadgeView } from '../../../lib/page/prompt/badge-view.ts';
import { Badge } from '../../../lib/page/prompt/badge.ts';
import { inputsOf, type CodeField } from '../../../lib/page/field/code-field.ts';
import { CodeFiller } from '../../../lib/page/enrolment/fill-code.ts';
import { findFrame } from '../../../lib/page/enrolment/frames.ts';
import { findCodeField } from '../../../lib/page/field/find-field.ts';
import { fillCode, type FillOutcome } from '../../../lib/page/fill/fill.ts';
import { PromptFlow } from '../../../lib/page/prompt/flow.ts';
import { watchSignIn } from '../../../lib/page/prompt/watch-sign-in.ts';
import { watchFirstField } from '../../../lib/page/prompt/watch-first-field.ts';
import { FieldWatcher } from '../../../lib/page/prompt/watch-field.ts';
import { Dwell } from '../../../lib/page/visibility/dwell.ts';
import { VisibilityWatcher } from '../../../lib/page/visibility/prove.ts';

export { look, lookAtEach, pick, timeDetection, timeWalk } from './room-finder.ts';

function findHere(): CodeField | undefined {
  return findCodeField(document, { moment: 'unknown' })?.field;
}

/** Fills the page's code field as the prompt script does. */
export async function fillHere(digits: string): Promise<FillOutcome | 'no field'> {
  const field = findHere();
  return field ? fillCode(field, digits, { find: findHere }) : 'no field';
}

/** The id of the frame to which a QR that a frame has handed over is ascribed. */
export function frameOfQr(): string {
  return findFrame().id;
}

/** Fills the code of an enrolment whose QR is `selector`, and tells what the card then shows. */
export async function fillEnrolment(
  selector: string,
  digits: string,
  leftMs = 60_000,
): Promise<void> {
  const picture = document.querySelector(selector);
  if (!picture) return;
  const options = {
    picture: () => picture,
    code: () => Promise.resolve({ kind: 'wait', untilMs: Date.now() + 60_000 } as const),
    show: ({ kind }: { readonly kind: string }) => log.push(kind),
    onFilling: () => undefined,
    onFailed: () => undefined,
  };
  const filler = new CodeFiller(options, ending.signal);
  const validUntilMs = Date.now() + leftMs;
  await filler.take({ kind: 'fill', code: { digits, validUntilMs }, submit: 'never' });
}

/** What happened, in order. */
export const log: string[] = [];
/** What the background answers, one after another; the last one stays. An error stands for no answer. */
export const answers: (PromptAnswer | Error | Promise<PromptAnswer>)[] = [];

const ending = new AbortController();
const badge = new Badge(
  {
    words: {
      filled: 'filled',
      waiting: 'waiting',
      seconds: (seconds) => `in ${seconds} s`,
      locked: 'unlock',
      toolbar: 'toolbar',
      choose: 'choose',
      offer: 'offer',
      refused: 'refused',
      refusedSeconds: (seconds) => `refused, in ${seconds} s`,
      next: 'next',
      clock: (ahead) => `clock ${ahead} s`,
      copy: (digits) => `copy ${digits}`,
      type: (digits) => `type ${digits}`,
      keyHint: 'key hint',
    },
    actions: {
      open: () => log.push('open'),
      fill: (press) => {
        log.push(`press ${press}`);
        noteUnanswered(flow?.take(press));
      },
      copied: (digits) => log.push(`copied ${digits}`),
    },
    nowMs: () => Date.now(),
  },
  ending.signal,
);

/** Watches the element from the pointer's coming down on, and judges each click on it. */
export function proveClicks(selector: string): void {
  const element = document.querySelector(selector);
  if (!element) return;
  let watcher: VisibilityWatcher | undefined;
  window.addEventListener('pointerdown', () => {
    watcher ??= new VisibilityWatcher(element, ending.signal, () => undefined);
  });
  element.addEventListener('click', (event) => {
    void watcher?.prove(event).then((visibility) => log.push(visibility));
  });
}

/** Tells of each click on the element whether the user can have read before what it shows. */
export function timeClicks(selector: string): void {
  const element = document.querySelector(selector);
  if (!element) return;
  const dwell = new Dwell(element, () => undefined, ending.signal);
  dwell.restart();
  element.addEventListener('click', (event) =>
    log.push(dwell.isPressInTime(event) ? 'read' : 'too soon'),
  );
}

/** Shows `view` at the page's code field, to which the page does `meanwhile` after it was found. */
export function showBadge(view: BadgeView, meanwhile?: () => void): void {
  const field = findHere();
  meanwhile?.();
  if (field) badge.show(field, view);
}

/** What the prompts reported of their fields. */
export const reports: (PromptFacts | undefined)[] = [];
/** How far the site's clock is ahead, ms, where the background says so. */
export const clock: { aheadMs?: number } = {};

function nextAnswer(): Promise<PromptAnswer> {
  const [answer = { kind: 'none' }] = answers.length > 1 ? answers.splice(0, 1) : answers;
  return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
}

let flow: PromptFlow | undefined;

/** Notes where the prompt script got no answer, as the script of the extension goes on without one. */
function noteUnanswered(work: Promise<void> | undefined): void {
  work?.catch(() => log.push('no answer'));
}

/** The user has signed in beside the prompt. */
export function signIn(): void {
  noteUnanswered(flow?.askAgain());
}

/** The prompt script without its background. */
export function startFlow(): void {
  const started = new PromptFlow(
    {
      report: (_promptId, facts) => {
        log.push('seen');
        reports.push(facts);
        return nextAnswer();
      },
      take: () => nextAnswer(),
      open: () => Promise.resolve('window'),
      renew: () => {
        log.push('renew');
        return nextAnswer();
      },
      outcome: (_promptId, outcome) => Promise.resolve(log.push(outcome)),
      compareClocks: () => Promise.resolve(clock.aheadMs),
      signInOver: () => log.push('over'),
      findField: () => findCodeField(document, { moment: 'unknown' }),
      nowMs: () => Date.now(),
    },
    badge,
  );
  flow = started;
  new FieldWatcher(
    {
      context: () => ({ moment: 'unknown' }),
      onField: (found) => noteUnanswered(started.field(found)),
      onGone: () => noteUnanswered(started.gone()),
    },
    ending.signal,
  ).start();
}

/** Only the watching. */
export function startWatch(): void {
  new FieldWatcher(
    {
      context: () => ({ moment: 'unknown' }),
      onField: ({ field }) => log.push(`field ${inputsOf(field)[0]?.id ?? ''}`),
      onGone: () => log.push('gone'),
    },
    ending.signal,
  ).start();
}

export function startNear(): void {
  watchFirstField(() => log.push('near'), ending.signal);
}

export function startSignIn(): void {
  watchSignIn((identity) => log.push(`sign-in ${identity ?? '-'}`), ending.signal);
}
