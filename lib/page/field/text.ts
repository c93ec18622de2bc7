/** Reads the words round a field, sorted by how close they are and where they stand. */
import { labelsOf, nameOf, placeholderOf } from './editable.ts';
import { ownMembers } from '../dom/own-members.ts';
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
  /** Characters read so far, shared by all parts of one card. */
  readonly read: { characters: number };
}

const ACTION = 'button,a,[role="button"],[role="link"],input[type="submit"],input[type="button"]';
const HEADING = 'h1,h2,h3,h4,h5,h6,legend,[role="heading"]';
const SILENT = 'script,style,noscript,template,select,textarea,svg,option';

/** A label, or an untied one: the few words in the same wrapper as another field. */
function isLabelOfField(element: Element, fieldsIn: (element: Element) => number): boolean {
  if (element instanceof HTMLLabelElement && element.control) return true;
  return fieldsIn(element) === 1 && ownMembers(element).textContent.trim().length < MOST_LABEL;
}

function gather(
  node: Node,
  into: Gathered,
  kind: 'headings' | 'prose',
  fieldsIn: (element: Element) => number,
): void {
  if (into.read.characters > MOST_CHARACTERS) return;
  if (ownMembers(node).nodeType === Node.TEXT_NODE) {
    const text = ownMembers(node).textContent?.trim() ?? '';
    into.read.characters += text.length;
    if (text) into[kind] += ` ${text}`;
    return;
  }
  if (
    !(node instanceof Element) ||
    ownMembers(node).matches(SILENT) ||
    !ownMembers(node).checkVisibility()
  )
    return;
  if (ownMembers(node).matches(ACTION)) {
    const text = actionText(node);
    into.read.characters += text.length;
    if (text.length > MOST_ACTION) into.prose += ` ${text}`;
    else into.actions.push(text);
    return;
  }
  if (node instanceof HTMLInputElement || isLabelOfField(node, fieldsIn)) return;
  if (node instanceof HTMLImageElement) into.prose += ` ${node.alt}`;
  const inside = ownMembers(node).matches(HEADING) ? 'headings' : kind;
  for (const child of (shadowOf(node) ?? ownMembers(node)).childNodes)
    gather(child, into, inside, fieldsIn);
  if (shadowOf(node))
    for (const child of ownMembers(node).childNodes) gather(child, into, inside, fieldsIn);
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

/**
 * Text of `inputs` (one field, or the boxes of one) and of the card they stand
 * in. `fieldsIn` counts the text fields under an element: climbing stops where
 * another group of fields begins, at a dialog, or where the text is a page.
 */
export function textAround(
  inputs: readonly HTMLElement[],
  fieldsIn: (element: Element) => number,
): TextAround | undefined {
  const [first] = inputs;
  if (!first) return undefined;
  let own = inputs.map(ownWords).join(' ');
  // A label need not be tied to its field: the only words beside an untied field are its label.
  let isTied = inputs.some((input) => labelsOf(input).length > 0 || input.ariaLabel);
  const all = { headings: '', above: '', below: '', actions: [] as string[] };
  const read = { characters: 0 };
  let inner: Element = first;
  let card: Element = first;
  let formFields = 0;
  for (let at = parentOf(first); at; inner = at, at = parentOf(at)) {
    const alone = fieldsIn(at) <= inputs.length;
    // Fields of the same form belong together; beyond the form a further field begins another matter.
    if (fieldsIn(at) > Math.max(formFields, inputs.length) && ownMembers(inner).matches('form'))
      break;
    const before: Gathered = { headings: '', prose: '', actions: [], read };
    const after: Gathered = { headings: '', prose: '', actions: [], read };
    for (const child of (shadowOf(at) ?? ownMembers(at)).childNodes) {
      if (child === inner) continue;
      const part = isBefore(child, inner) ? before : after;
      gather(child, part, ownMembers(at).matches(HEADING) ? 'headings' : 'prose', fieldsIn);
    }
    if (read.characters > MOST_CHARACTERS) break;
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
    formFields = fieldsIn(at);
    card = at;
    if (isDialog(at) || at === ownMembers(first.ownerDocument).body) break;
  }
  const ids = `${nameOf(first)} ${first.id} ${first.className}`.replace(/([a-z])([A-Z])/g, '$1_$2');
  const text = { ...all, own: own.slice(0, MOST_OWN_CHARACTERS), ids: ids.toLowerCase() };
  return { text, card };
}
