import { anchorOf, type CodeField } from '../field/code-field.ts';
import { isDialog, parentOf } from '../dom/tree.ts';
import { AGAIN, BACKUP, foldWords } from '../field/words.ts';

/** What pages use for a button (seen on the sites themselves: links with type or class). */
const CONTROL =
  'button:not([type="reset"]),input[type="submit"],input[type="image"],[role="button"],a[type="button"],a[class*="button" i],a[class*="btn" i]';
const PRIMARY = /primary|submit|confirm/i;

/** A button may stay dead until the page has looked at all digits. */
const LONGEST_MS = 1000;
const REST_MS = 50;

function isEnabled(control: HTMLElement): boolean {
  return !control.matches(':disabled,[aria-disabled="true"],.disabled,[class*="-disabled"]');
}

/** The one control that sends `field`: the form's own, or the primary one after it, or the only one. */
function findControl(field: CodeField): HTMLElement | undefined {
  const last = anchorOf(field);
  if (!last) return undefined;
  for (let at = parentOf(last); at; at = parentOf(at)) {
    const after = [...at.querySelectorAll<HTMLElement>(CONTROL)].filter(
      (control) =>
        control.checkVisibility({ visibilityProperty: true }) &&
        (last.compareDocumentPosition(control) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 &&
        !isAnotherWay(control),
    );
    const own = after.filter(
      (control) => last.form && 'type' in control && control.type === 'submit',
    );
    const primary = after.filter((control) => PRIMARY.test(control.className));
    for (const some of [own, primary, after]) if (some.length === 1) return some[0];
    // Several, and nothing tells them apart: the user presses.
    if (after.length > 0 || at.matches('form') || isDialog(at)) return undefined;
  }
  return undefined;
}

/** 'Send again', 'use a recovery code'. */
function isAnotherWay(control: HTMLElement): boolean {
  const words = foldWords(control.textContent);
  return AGAIN.test(words) || BACKUP.test(words);
}

/**
 * Presses the page's own control for `field`, once, by click(): a synthetic
 * Enter submits nothing. Waits shortly for a control that is still disabled.
 */
export async function pressSubmit(field: CodeField): Promise<'pressed' | 'not-found'> {
  const endMs = performance.now() + LONGEST_MS;
  for (;;) {
    const control = findControl(field);
    if (!control) return 'not-found';
    if (isEnabled(control)) {
      control.click();
      return 'pressed';
    }
    if (performance.now() > endMs) return 'not-found';
    await new Promise((resolve) => setTimeout(resolve, REST_MS));
  }
}
