import { ownMembers } from '../dom/own-members.ts';
import { rootsUnder } from '../dom/tree.ts';
import { isShown } from '../dom/visible.ts';
import { findCodeField } from '../field/find-field.ts';
import { dialogAround } from './dialog.ts';

const CONTEXT = { moment: 'enrolment' } as const;

/** The frame in which a handed-over QR most likely shows: one in view, best one beside a code field. */
export function findFrame(): Element {
  const frames = rootsUnder(document).flatMap((root) => [
    ...ownMembers(root).querySelectorAll('iframe'),
  ]);
  const shown = frames.filter((frame) => isShown(frame));
  const beside = shown.find((frame) => findCodeField(dialogAround(frame, undefined), CONTEXT));
  return beside ?? shown[0] ?? ownMembers(document).documentElement;
}

/** True in a frame that only shows the QR: a card would be cut off there, and find nothing to fill. */
export function onlyShowsQr(): boolean {
  return window.top !== window && !findCodeField(document, CONTEXT);
}
