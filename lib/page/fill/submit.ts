import { anchorOf, inputsOf, type CodeField } from '../field/code-field.ts';
import { formOf, isLocked } from '../field/editable.ts';
import { isDialog, parentOf } from '../dom/tree.ts';
import { findWords } from '../field/find-words.ts';
import type { SentWatcher } from '../dom/watch-requests.ts';
import { digitsIn } from './fill.ts';
import { afterHandlers, commitChange } from './typing.ts';

/** What pages use for a button (seen on the sites themselves: links with type or class). */
const CONTROL =
  'button:not([type="reset"]),input[type="submit"],input[type="image"],[role="button"],a[type="button"],a[class*="button" i],a[class*="btn" i]';
const PRIMARY = /primary|submit|confirm/i;

/** A control may stay disabled until the page has checked all digits; longer, and it waits for something else. */
const DISABLED_MAX_MS = 3_000;
/** A page that sends as soon as all digits are there has disabled its control again within this time. */
const ENABLED_REST_MS = 300;
/** Servers answer a code within this time; only the answer tells that the page has sent it by itself. */
const OWN_ANSWER_MS = 2_500;
const POLL_MS = 50;

function isEnabled(control: HTMLElement): boolean {
  return !control.matches(':disabled,[aria-disabled="true"],.disabled,[class*="-disabled"]');
}

/** The one control that sends `field`: the form's own, or the primary one after it, or the only one. */
function findControl(field: CodeField): HTMLElement | undefined {
  const last = anchorOf(field);
  if (!last) return undefined;
  const form = formOf(last);
  for (let at = parentOf(last); at; at = parentOf(at)) {
    const after = [...at.querySelectorAll<HTMLElement>(CONTROL)].filter(
      (control) =>
        control.checkVisibility({ visibilityProperty: true }) &&
        (last.compareDocumentPosition(control) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 &&
        !isAnotherWay(control),
    );
    const own = after.filter((control) => form && 'type' in control && control.type === 'submit');
    const primary = after.filter((control) => PRIMARY.test(control.className));
    for (const some of [own, primary, after]) if (some.length === 1) return some[0];
    // Several, and nothing tells them apart: the user presses.
    if (after.length > 0 || at.matches('form') || isDialog(at)) return undefined;
  }
  return undefined;
}

/** 'Send again', 'use a recovery code'. */
function isAnotherWay(control: HTMLElement): boolean {
  const words = findWords(control.textContent);
  return words.has('resend') || words.has('backup');
}

/** What is known of the code that is to be sent. */
export interface Submission {
  readonly digits: string;
  /** Whether the page has sent anything since the code was put in. */
  readonly sent: Pick<SentWatcher, 'state' | 'isLeaving'>;
  /** The field as it stands now: a page may replace the node. */
  readonly field: () => CodeField | undefined;
  /** Called right before the press, which may end the document. */
  readonly onPress: () => void;
}

/** pressed: by us, once. page-sent: the page did it, or took the code away. not-found: the user presses. */
export type SubmitOutcome = 'pressed' | 'page-sent' | 'not-found';

function isWaiting({ digits, sent, field }: Submission): boolean {
  const now = field();
  if (!now || sent.state === 'sent' || sent.isLeaving || digitsIn(now) !== digits) return false;
  return inputsOf(now).every((input) => !isLocked(input));
}

/**
 * Presses the page's own control for the code, once, by click(): a synthetic
 * Enter submits nothing. A page that sends by itself is let do so. Its request
 * shows only with the answer, so that the press waits for OWN_ANSWER_MS; but a
 * control that the code has just enabled is waiting for the press.
 */
export async function pressSubmit(submission: Submission): Promise<SubmitOutcome> {
  const startMs = performance.now();
  let enabledMs: number | undefined;
  let wasDisabled = false;
  for (;;) {
    const field = submission.field();
    if (!field || !isWaiting(submission)) return 'page-sent';
    const elapsedMs = performance.now() - startMs;
    const control = findControl(field);
    if (control && isEnabled(control)) enabledMs ??= elapsedMs;
    else {
      wasDisabled = true;
      enabledMs = undefined;
      if (elapsedMs > DISABLED_MAX_MS) return 'not-found';
    }
    const restMs = wasDisabled ? ENABLED_REST_MS : OWN_ANSWER_MS;
    if (control && enabledMs !== undefined && elapsedMs - enabledMs >= restMs) {
      for (const input of inputsOf(field)) commitChange(input);
      await afterHandlers();
      if (!isWaiting(submission)) return 'page-sent';
      submission.onPress();
      control.click();
      return 'pressed';
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
