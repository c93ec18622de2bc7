import { rootsUnder } from '../dom/tree.ts';
import { findCodeField } from '../field/find-field.ts';
import { isShown } from '../dom/visible.ts';
import { dialogOf } from './watch-dialog.ts';

const CONTEXT = { moment: 'enrolment' } as const;

/** The frame a handed-over code most likely shows in: one in view, best one beside a code field. */
export function findFrame(): Element {
  const frames = rootsUnder(document).flatMap((root) => [...root.querySelectorAll('iframe')]);
  const shown = frames.filter((frame) => isShown(frame));
  const beside = shown.find((frame) => findCodeField(dialogOf(frame, undefined), CONTEXT));
  return beside ?? shown[0] ?? document.documentElement;
}

/** In a frame that only shows the code, a card would be cut off and find nothing to fill. */
export function onlyShowsCode(): boolean {
  return window.top !== window && !findCodeField(document, CONTEXT);
}
