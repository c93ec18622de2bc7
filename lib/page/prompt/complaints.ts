/** What a page says is wrong. */
import { ownMembers } from '../dom/own-members.ts';
import { anchorOf, type CodeField } from '../field/code-field.ts';
import { isDialog, parentOf, rootsUnder } from '../dom/tree.ts';

/** Where pages of all frameworks say that something is wrong. */
const COMPLAINT =
  '[role="alert"],[aria-live="assertive"],[aria-invalid="true"],[class*="error" i],[class*="invalid" i],[class*="danger" i],[class*="warning" i]';
const MOST_CHARACTERS = 200;

function complaintOf(element: Element): string | undefined {
  if (!ownMembers(element).checkVisibility({ opacityProperty: true, visibilityProperty: true }))
    return undefined;
  if (element.ariaInvalid === 'true') return '[aria-invalid]';
  return ownMembers(element).textContent.trim().slice(0, MOST_CHARACTERS) || undefined;
}

/** All complaints that this document shows. */
export function findComplaints(): ReadonlySet<string> {
  const elements = rootsUnder(document).flatMap((root) => [
    ...ownMembers(root).querySelectorAll(COMPLAINT),
  ]);
  return new Set(elements.flatMap((element) => complaintOf(element) ?? []));
}

/** Whether the form or dialog of `field`, or an alert of the page, complains. */
export function isComplainedOf(field: CodeField): boolean {
  const anchor = anchorOf(field);
  let panel: Element | undefined;
  for (let at = anchor && parentOf(anchor); at; at = parentOf(at)) {
    panel = at;
    if (ownMembers(at).matches('form') || isDialog(at)) break;
  }
  const near = panel ? [...ownMembers(panel).querySelectorAll(COMPLAINT)] : [];
  const alerts = [...ownMembers(document).querySelectorAll('[role="alert"]')];
  return [...near, ...alerts].some((element) => complaintOf(element) !== undefined);
}
