/** Which part of the page a field belongs to: the fields in it are filled and sent together. */
import { ownMembers } from '../dom/own-members.ts';
import { isDialog, parentOf } from '../dom/tree.ts';

const BUTTON = 'button,[role="button"],a[class*="button"],a[type="button"],input[type="submit"]';
const TRUST = /trust|remember/;

/** `element` under `ancestor`, shadow borders crossed. */
export function contains(ancestor: Element, element: Element): boolean {
  for (let at: Element | undefined = element; at; at = parentOf(at))
    if (at === ancestor) return true;
  return false;
}

/** Answers for one look at a page: what it asks of the whole page, it asks once. */
export class Panels {
  readonly #roots: readonly ParentNode[];
  readonly #fieldsIn: (element: Element) => number;
  #withButton: ReadonlySet<Element> | undefined;
  #trustBoxes: readonly Element[] | undefined;

  constructor(roots: readonly ParentNode[], fieldsIn: (element: Element) => number) {
    this.#roots = roots;
    this.#fieldsIn = fieldsIn;
  }

  /** The form or dialog of `field`, else the nearest element round it that holds a button. */
  panelOf(field: Element): Element {
    let panel = field;
    let withButton: Element | undefined;
    for (let at = parentOf(field); at; at = parentOf(at)) {
      if (withButton && this.#fieldsIn(at) > this.#fieldsIn(withButton)) break;
      panel = at;
      if (ownMembers(at).matches('form') || isDialog(at)) break;
      if (!withButton && this.#holdsButton(at)) withButton = at;
    }
    return panel;
  }

  /** 'Trust this device', 'remember me for 30 days': the box beside a second factor. */
  hasTrustBox(panel: Element): boolean {
    this.#trustBoxes ??= this.#all('[type="checkbox"]').filter((box) =>
      TRUST.test(`${box.getAttribute('name') ?? ''} ${box.id}`.toLowerCase()),
    );
    return this.#trustBoxes.some((box) => contains(panel, box));
  }

  #holdsButton(element: Element): boolean {
    if (this.#withButton) return this.#withButton.has(element);
    const found = new Set<Element>();
    for (const button of this.#all(BUTTON))
      for (let at = parentOf(button); at && !found.has(at); at = parentOf(at)) found.add(at);
    this.#withButton = found;
    return found.has(element);
  }

  #all(selector: string): readonly Element[] {
    return this.#roots.flatMap((root) => [...ownMembers(root).querySelectorAll(selector)]);
  }
}
