/** Reads the words round a field, sorted by how close they are and where they stand. */
import { ownMembers } from '../dom/own-members.ts';
import { isTextControl, labelsOf, nameOf, placeholderOf } from './editable.ts';
import type { FieldText } from './facts.ts';
import { isDialog, parentOf, shadowOf } from '../dom/tree.ts';

/** Text beyond this is a page, not a prompt. */
const MOST_CHARACTERS = 1200;
const MOST_OWN_CHARACTERS = 400;
const MOST_LABEL = 60;
/** A longer link or button is a sentence that can be pressed. */
const MOST_ACTION = 60;

interface Gathered {
  headings: string;
  prose: string;
  actions: string[];
  /** Characters read so far. */
  characters: number;
}

const ACTION = 'button,a,[role="button"],[role="link"],input[type="submit"],input[type="button"]';
const HEADING = 'h1,h2,h3,h4,h5,h6,legend,[role="heading"]';
const SILENT = 'script,style,noscript,template,select,textarea,svg,option';

/** A label, or an untied one: the few words in the same wrapper as another field. */
function isLabelOfField(element: Element, fieldsIn: (element: Element) => number): boolean {
  if (element instanceof HTMLLabelElement) {
    if (element.control) return true;
    const next = element.nextElementSibling;
    if (next && isTextControl(next)) return true;
  }
  return fieldsIn(element) === 1 && ownMembers(element).textContent.trim().length < MOST_LABEL;
}

function gather(
  node: Node,
  into: Gathered,
  kind: 'headings' | 'prose',
  fieldsIn: (element: Element) => number,
): void {
  if (into.characters > MOST_CHARACTERS) return;
  if (node instanceof Text) {
    const text = node.data.trim();
    into.characters += text.length;
    if (text) into[kind] += ` ${text}`;
    return;
  }
  if (!(node instanceof Element)) return;
  const own = ownMembers(node);
  if (own.matches(SILENT) || !own.checkVisibility()) return;
  if (own.matches(ACTION)) {
    const text = actionText(node);
    into.characters += text.length;
    if (text.length > MOST_ACTION) into.prose += ` ${text}`;
    else into.actions.push(text);
    return;
  }
  if (node instanceof HTMLInputElement || isLabelOfField(node, fieldsIn)) return;
  if (node instanceof HTMLImageElement) into.prose += ` ${node.alt}`;
  const inside = own.matches(HEADING) ? 'headings' : kind;
  const shadow = shadowOf(node);
  for (const child of (shadow ?? own).childNodes) gather(child, into, inside, fieldsIn);
  if (shadow) for (const child of own.childNodes) gather(child, into, inside, fieldsIn);
}

function actionText(action: Element): string {
  const written = action instanceof HTMLInputElement ? action.value : action.textContent;
  return `${written} ${action.getAttribute('aria-label') ?? ''}`
    .trim()
    .slice(0, MOST_OWN_CHARACTERS);
}

/** Texts of the elements an aria attribute points to. */
function pointedAt(input: HTMLElement, attribute: string): string {
  const root = input.getRootNode();
  if (!(root instanceof Document || root instanceof ShadowRoot)) return '';
  const ids = input.getAttribute(attribute)?.split(/\s+/) ?? [];
  return ids.map((id) => (id && ownMembers(root).getElementById(id)?.textContent) || '').join(' ');
}

function ownWords(input: HTMLElement): string {
  const labels = labelsOf(input).map((label) => label.textContent);
  return [
    ...labels,
    input.getAttribute('aria-label'),
    pointedAt(input, 'aria-labelledby'),
    pointedAt(input, 'aria-describedby'),
    placeholderOf(input),
    input.title,
  ]
    .filter(Boolean)
    .join(' ');
}

function isBefore(node: Node, other: Node): boolean {
  return (ownMembers(node).compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

export interface TextAround {
  readonly text: Omit<FieldText, 'page'>;
  /** The outermost element whose words count. */
  readonly card: Element;
}

function nothingGathered(): Gathered {
  return { headings: '', prose: '', actions: [], characters: 0 };
}

/**
 * Reads the cards of one look at a page. `fieldsIn` counts the text fields
 * under an element: climbing stops where another group of fields begins, at a
 * dialog, or where the text is a page.
 */
export class CardReader {
  readonly #fieldsIn: (element: Element) => number;
  /** What stands beside one field mostly stands beside the next one, too. */
  readonly #known = new Map<Node, Gathered>();

  constructor(fieldsIn: (element: Element) => number) {
    this.#fieldsIn = fieldsIn;
  }

  /** Text of `inputs` (one field, or the boxes of one) and of the card they stand in. */
  textAround(inputs: readonly HTMLElement[]): TextAround | undefined {
    const [first] = inputs;
    if (!first) return undefined;
    let own = inputs.map(ownWords).join(' ');
    // A label need not be tied to its field: the only words beside an untied field are its label.
    let isTied = inputs.some((input) => labelsOf(input).length > 0 || input.ariaLabel);
    const all = { headings: '', above: '', below: '', actions: [] as string[] };
    let characters = 0;
    let inner: Element = first;
    let card: Element = first;
    let formFields = 0;
    for (let at = parentOf(first); at; inner = at, at = parentOf(at)) {
      const alone = this.#fieldsIn(at) <= inputs.length;
      // Fields of the same form belong together; beyond the form a further field begins another matter.
      const most = Math.max(formFields, inputs.length);
      if (this.#fieldsIn(at) > most && ownMembers(inner).matches('form')) break;
      const { before, after } = this.#beside(inner, at, MOST_CHARACTERS - characters);
      characters += before.characters + after.characters;
      if (characters > MOST_CHARACTERS) break;
      const beside = `${before.prose}${after.prose}`;
      const isLabel = beside.length < MOST_LABEL && !before.headings && !after.headings;
      if (alone && !isTied && beside && isLabel) {
        own += beside;
        isTied = true;
      }
      all.headings = `${before.headings}${all.headings}${after.headings}`;
      all.above = `${before.prose}${all.above}`;
      all.below = `${all.below}${after.prose}`;
      all.actions.push(...before.actions, ...after.actions);
      formFields = this.#fieldsIn(at);
      card = at;
      if (isDialog(at) || at === ownMembers(first.ownerDocument).body) break;
    }
    const ids = `${nameOf(first)} ${first.id} ${first.className}`;
    const text = {
      ...all,
      own: own.slice(0, MOST_OWN_CHARACTERS),
      ids: ids.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase(),
    };
    return { text, card };
  }

  /** The children of `at` before and after `inner`, up to `most` characters. */
  #beside(inner: Element, at: Element, most: number): Record<'before' | 'after', Gathered> {
    const own = ownMembers(at);
    const kind = own.matches(HEADING) ? 'headings' : 'prose';
    const parts = { before: nothingGathered(), after: nothingGathered() };
    for (const child of (shadowOf(at) ?? own).childNodes) {
      if (child === inner) continue;
      const part = isBefore(child, inner) ? parts.before : parts.after;
      const gathered = this.#gather(child, kind);
      part.headings += gathered.headings;
      part.prose += gathered.prose;
      part.actions.push(...gathered.actions);
      part.characters += gathered.characters;
      if (parts.before.characters + parts.after.characters > most) break;
    }
    return parts;
  }

  #gather(child: Node, kind: 'headings' | 'prose'): Gathered {
    const known = this.#known.get(child);
    if (known) return known;
    const gathered = nothingGathered();
    gather(child, gathered, kind, this.#fieldsIn);
    this.#known.set(child, gathered);
    return gathered;
  }
}
