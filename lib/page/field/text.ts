/** The words round a field, sorted by how close and what they are. */
import { foldWords } from './words.ts';
import { isDialog, parentOf, shadowOf } from '../dom/tree.ts';

/** All folded by `foldWords`. */
export interface FieldText {
  /** The field's own label, placeholder, description. */
  readonly own: string;
  readonly headings: string;
  readonly prose: string;
  /** Buttons and links. */
  readonly actions: string;
  /** name, id and class, split at capitals. */
  readonly ids: string;
  /** The outermost element whose words count. */
  readonly reach: Element;
}

/** Text beyond this is a page, not a prompt. */
const MOST_CHARACTERS = 1200;
const MOST_OWN_CHARACTERS = 400;
const MOST_LABEL = 60;

interface Gathered {
  headings: string;
  prose: string;
  actions: string;
  size: number;
}

const ACTION = 'button,a,[role="button"],[role="link"],input[type="submit"],input[type="button"]';
const HEADING = 'h1,h2,h3,h4,h5,h6,legend,[role="heading"]';
const SILENT = 'script,style,noscript,template,select,textarea,svg,option';

function gather(node: Node, into: Gathered, kind: 'headings' | 'prose' | 'actions'): void {
  if (into.size > MOST_CHARACTERS) return;
  if (node.nodeType === Node.TEXT_NODE) {
    const text = node.textContent?.trim() ?? '';
    into.size += text.length;
    if (text) into[kind] += ` ${text}`;
    return;
  }
  if (!(node instanceof Element) || node.matches(SILENT) || !node.checkVisibility()) return;
  const inside = node.matches(ACTION) ? 'actions' : node.matches(HEADING) ? 'headings' : kind;
  if (node instanceof HTMLInputElement) {
    if (inside === 'actions') into.actions += ` ${node.value}`;
    return;
  }
  if (node instanceof HTMLImageElement) into.prose += ` ${node.alt}`;
  const label = inside === 'actions' ? node.getAttribute('aria-label') : undefined;
  if (label) into.actions += ` ${label}`;
  for (const child of (shadowOf(node) ?? node).childNodes) gather(child, into, inside);
  if (shadowOf(node)) for (const child of node.childNodes) gather(child, into, inside);
}

/** Texts of the elements an aria attribute points to. */
function pointedAt(input: HTMLElement, attribute: string): string {
  const root = input.getRootNode();
  if (!(root instanceof Document || root instanceof ShadowRoot)) return '';
  const ids = input.getAttribute(attribute)?.split(/\s+/) ?? [];
  return ids.map((id) => (id && root.getElementById(id)?.textContent) || '').join(' ');
}

function ownWords(input: HTMLInputElement): string {
  const labels = [...(input.labels ?? [])].map((label) => label.textContent);
  return [
    ...labels,
    input.getAttribute('aria-label'),
    pointedAt(input, 'aria-labelledby'),
    pointedAt(input, 'aria-describedby'),
    input.placeholder,
    input.title,
  ]
    .filter(Boolean)
    .join(' ');
}

/**
 * Text of `inputs` (one field, or the boxes of one) and of the panel they
 * stand in. `fieldsIn` counts the text fields under an element: climbing stops
 * where another group of fields begins, at a dialog, or where the text is a page.
 */
export function textOf(
  first: HTMLInputElement,
  inputs: readonly HTMLInputElement[],
  fieldsIn: (element: Element) => number,
): FieldText {
  let own = inputs.map(ownWords).join(' ');
  // A label need not be tied to its field: the only words beside an untied field are its label.
  let isTied = inputs.some((input) => (input.labels?.length ?? 0) > 0 || input.ariaLabel);
  const all: Gathered = { headings: '', prose: '', actions: '', size: 0 };
  let below: Element = first;
  let reach: Element = first;
  let formFields = 0;
  for (let at = parentOf(first); at; below = at, at = parentOf(at)) {
    const alone = fieldsIn(at) <= inputs.length;
    // Fields of the same form belong together; beyond the form a further field begins another matter.
    if (fieldsIn(at) > Math.max(formFields, inputs.length) && below.matches('form')) break;
    const ring: Gathered = { headings: '', prose: '', actions: '', size: all.size };
    for (const child of (shadowOf(at) ?? at).childNodes)
      if (child !== below) gather(child, ring, at.matches(HEADING) ? 'headings' : 'prose');
    if (ring.size > MOST_CHARACTERS) break;
    if (alone && !isTied && ring.prose && !ring.headings && ring.prose.length < MOST_LABEL) {
      own += ring.prose;
      isTied = true;
    }
    all.headings += ring.headings;
    all.prose += ring.prose;
    all.actions += ring.actions;
    all.size = ring.size;
    formFields = fieldsIn(at);
    reach = at;
    if (isDialog(at) || at === first.ownerDocument.body) break;
  }
  const ids = `${first.name} ${first.id} ${first.className}`.replace(/([a-z])([A-Z])/g, '$1_$2');
  return {
    own: foldWords(own.slice(0, MOST_OWN_CHARACTERS)),
    headings: foldWords(all.headings),
    prose: foldWords(all.prose),
    actions: foldWords(all.actions),
    ids: ids.toLowerCase(),
    reach,
  };
}
