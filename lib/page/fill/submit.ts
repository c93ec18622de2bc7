import { inputsOf, type CodeField } from '../field/code-field.ts';
import { isLocked } from '../field/editable.ts';
import { slowestAnswerMs, type RequestWatcher } from '../dom/watch-requests.ts';
import { controlStateOf, findControl, hasReacted, type ControlState } from './control.ts';
import { digitsIn } from './fill.ts';
import { afterHandlers, commitChange } from './typing.ts';

/** A control may stay disabled until the page has checked all digits; longer, and it waits for something else. */
const DISABLED_MAX_MS = 3_000;
/** A page that sends as soon as all digits are there has disabled its control again within this time. */
const ENABLED_REST_MS = 300;
/**
 * A request shows only with its answer, so that the press waits for the answer to one that the page
 * may have sent by itself: so long, or twice as long as this server has taken so far.
 */
const OWN_ANSWER_MS = 2_500;
const POLL_MS = 50;

/** What is known of the code that is to be sent. */
export interface Submission {
  readonly digits: string;
  /** Whether it is too late to send it: the page's server would refuse it. */
  readonly isExpired: () => boolean;
  /** What the page's control showed before the code was put in. */
  readonly before: ControlState | undefined;
  /** Whether the page has sent anything since the code was put in. */
  readonly sent: Pick<RequestWatcher, 'state' | 'isLeaving'>;
  /** The field as it stands now: a page may replace the node. */
  readonly field: () => CodeField | undefined;
  /** Called right before the press, which may end the document. */
  readonly onPress: () => void;
}

/**
 * pressed: by us, once. page-sent: the page did it, or took the code away. not-found: the user
 * presses. expired: the code stands there unsent, and another one is needed.
 */
export type SubmitOutcome = 'pressed' | 'page-sent' | 'not-found' | 'expired';

function isWaiting({ digits, sent, field }: Submission): boolean {
  const now = field();
  if (!now || sent.state === 'sent' || sent.isLeaving || digitsIn(now, digits) !== digits)
    return false;
  return inputsOf(now).every((input) => !isLocked(input));
}

/**
 * Presses the page's own control for the code, once, by click(): a synthetic
 * Enter submits nothing. A page that sends by itself is let do so, whatever the
 * time it takes: what it shows while it sends is not forgotten.
 */
export async function pressSubmit(submission: Submission): Promise<SubmitOutcome> {
  const startMs = performance.now();
  const ownAnswerMs = Math.max(OWN_ANSWER_MS, 2 * slowestAnswerMs());
  let { before } = submission;
  let enabledMs: number | undefined;
  let wasDisabled = false;
  for (;;) {
    const field = submission.field();
    if (!field || !isWaiting(submission)) return 'page-sent';
    const elapsedMs = performance.now() - startMs;
    const state = controlStateOf(field);
    if (state && hasReacted(before, state)) return 'page-sent';
    if (state?.use === 'enabled') {
      before = state;
      enabledMs ??= elapsedMs;
    } else {
      wasDisabled = true;
      enabledMs = undefined;
      if (elapsedMs > DISABLED_MAX_MS) return 'not-found';
    }
    const restMs = wasDisabled ? ENABLED_REST_MS : ownAnswerMs;
    if (enabledMs !== undefined && elapsedMs - enabledMs >= restMs)
      return press(submission, field, before);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

async function press(
  submission: Submission,
  field: CodeField,
  before: ControlState | undefined,
): Promise<SubmitOutcome> {
  for (const input of inputsOf(field)) commitChange(input);
  await afterHandlers();
  const now = submission.field();
  const state = now && controlStateOf(now);
  if (!state || !isWaiting(submission) || hasReacted(before, state)) return 'page-sent';
  const control = findControl(now);
  if (state.use !== 'enabled' || !control) return 'not-found';
  if (submission.isExpired()) return 'expired';
  submission.onPress();
  control.click();
  return 'pressed';
}
