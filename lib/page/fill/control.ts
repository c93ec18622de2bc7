/** The page's own control that sends a code. */
import { ownMembers } from '../dom/own-members.ts';
import { isDialog, parentOf } from '../dom/tree.ts';
import { anchorOf, type CodeField } from '../field/code-field.ts';
import { formOf } from '../field/editable.ts';
import { findWords } from '../field/find-words.ts';

/** What pages use for a button (seen on the sites themselves: links with type or class). */
const CONTROL =
  'button:not([type="reset"]),input[type="submit"],input[type="image"],[role="button"],a[type="button"],a[class*="button" i],a[class*="btn" i]';
const PRIMARY = /primary|submit|confirm/i;
const DISABLED = ':disabled,[aria-disabled="true"],.disabled,[class*="-disabled"]';
/** How pages mark what is at work: the control, something in it, or its form. */
const BUSY =
  '[aria-busy="true"],[class*="loading" i],[class*="busy" i],[class*="spinner" i],[class*="submitting" i]';
const BUSY_NAME = /loading|busy|spinner|submitting/i;

/** 'Send again', 'use a recovery code'. */
function isAnotherWay(control: HTMLElement): boolean {
  const words = findWords(control.textContent);
  return words.has('resend') || words.has('backup');
}

/** The controls after the field in the innermost element that holds any, and that element. */
interface Controls {
  readonly panel: Element;
  readonly after: readonly HTMLElement[];
  /** The form's own, or the primary one, or the only one. */
  readonly sender: HTMLElement | undefined;
}

function findControls(field: CodeField): Controls | undefined {
  const last = anchorOf(field);
  if (!last) return undefined;
  const form = formOf(last);
  for (let at = parentOf(last); at; at = parentOf(at)) {
    const after = [...ownMembers(at).querySelectorAll<HTMLElement>(CONTROL)].filter(
      (control) =>
        control.checkVisibility({ visibilityProperty: true }) &&
        (last.compareDocumentPosition(control) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 &&
        !isAnotherWay(control),
    );
    const own = after.filter((control) => form && 'type' in control && control.type === 'submit');
    const primary = after.filter((control) => PRIMARY.test(control.className));
    for (const some of [own, primary, after])
      if (some.length === 1) return { panel: at, after, sender: some[0] };
    const isEnd = after.length > 0 || ownMembers(at).matches('form') || isDialog(at);
    if (isEnd) return { panel: at, after, sender: undefined };
  }
  return undefined;
}

/** The one control that sends `field`; none where several could and nothing tells them apart. */
export function findControl(field: CodeField): HTMLElement | undefined {
  return findControls(field)?.sender;
}

/**
 * What a press on `target` means for the code in `field`. send: it is the control
 * that sends it, or one of those that nothing tells apart. within: beside the
 * controls, on the field's own panel. away: something else of the page.
 */
export function meaningOfPress(field: CodeField, target: Element): 'send' | 'within' | 'away' {
  const controls = findControls(field);
  const pressed = ownMembers(target).closest(CONTROL);
  if (pressed === null)
    return controls && ownMembers(controls.panel).contains(target) ? 'within' : 'away';
  const senders = controls?.sender ? [controls.sender] : (controls?.after ?? []);
  return senders.some((sender) => sender === pressed) ? 'send' : 'away';
}

/** What a control shows. */
export interface ControlState {
  readonly use: 'enabled' | 'disabled';
  /** Its words, without the digits of a countdown, and how it and its form are marked as at work. */
  readonly look: string;
}

/** What the control of `field` shows, where it has one. */
export function controlStateOf(field: CodeField): ControlState | undefined {
  const control = findControl(field);
  if (!control) return undefined;
  const words = `${control.textContent} ${control.ariaLabel ?? ''}`.replaceAll(/\d+/g, '#');
  return {
    use: control.matches(DISABLED) ? 'disabled' : 'enabled',
    look: [words.trim(), ...busyMarksOf(control)].join(),
  };
}

function busyMarksOf(control: HTMLElement): readonly string[] {
  const inside = [...control.querySelectorAll(BUSY)].filter((mark) =>
    mark.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
  );
  const marks = [`${inside.length}`];
  for (let at: Element | undefined = control; at; at = parentOf(at)) {
    const { ariaBusy, classList } = ownMembers(at);
    if (ariaBusy === 'true') marks.push('busy');
    marks.push(...[...classList].filter((name) => BUSY_NAME.test(name)));
    if (ownMembers(at).matches('form') || isDialog(at)) break;
  }
  return marks;
}

/**
 * Whether the page has begun to send: a control that could be pressed is taken
 * away from the user, says something else, or is marked as at work. A control
 * that only now can be pressed waits for the press.
 */
export function hasReacted(before: ControlState | undefined, now: ControlState): boolean {
  if (before?.use !== 'enabled') return false;
  return now.use === 'disabled' || now.look !== before.look;
}
