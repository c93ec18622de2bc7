/** Where a field stands in its tab. */
import type { FieldPlace } from '../../policy/window-place.ts';

interface Box {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * `box` of this document's viewport in that of the tab; undefined in a frame
 * that may not see the documents round it.
 */
export function findPlaceInTab(box: Box): FieldPlace | undefined {
  let view: Window = window;
  let { left, top, bottom } = box;
  while (view !== view.parent) {
    // null for a document of another origin, also where a page in between is not.
    const { frameElement } = view;
    if (!frameElement) return undefined;
    const frame = frameElement.getBoundingClientRect();
    left += frame.left + frameElement.clientLeft;
    top += frame.top + frameElement.clientTop;
    bottom += frame.top + frameElement.clientTop;
    view = view.parent;
  }
  return { left, top, bottom, viewWidth: view.innerWidth, viewHeight: view.innerHeight };
}
