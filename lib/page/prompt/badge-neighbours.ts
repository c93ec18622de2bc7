/** What stands round a code field and should stay readable beside the badge. */
import { ownMembers } from '../dom/own-members.ts';
import type { Frame } from './badge-place.ts';

/** Ancestors of the field whose words may stand close to it. */
const LEVELS = 5;
/** Nodes that are looked at: more would take a noticeable time on a page that is one large form. */
const MOST_NODES = 400;
const CONTROL = 'input,button,select,textarea,img,canvas,svg';

/** The boxes of words, controls and pictures round `field`, of which `parts` are what the user sees of it. */
export function boxesRound(first: Element, parts: readonly Element[]): readonly Frame[] {
  let root = first;
  for (let level = 0; level < LEVELS; level++) root = ownMembers(root).parentElement ?? root;
  const page = ownMembers(document);
  const walker = page.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  const range = page.createRange();
  const boxes: Frame[] = [];
  for (let count = 0; count < MOST_NODES; count++) {
    const node = walker.nextNode();
    if (!node) break;
    if (parts.some((part) => ownMembers(part).contains(node))) continue;
    if (node instanceof Text) {
      if (node.data.trim() === '') continue;
      range.selectNodeContents(node);
      boxes.push(...range.getClientRects());
    } else if (node instanceof Element && ownMembers(node).matches(CONTROL)) {
      boxes.push(ownMembers(node).getBoundingClientRect());
    }
  }
  return boxes.filter(({ left, right, top, bottom }) => right > left && bottom > top);
}
