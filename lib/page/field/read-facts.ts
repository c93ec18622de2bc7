/** Reads a document's candidates for a code, and what the signals need to know of each. */
import { ownMembers } from '../dom/own-members.ts';
import type { FieldContext } from './code-field.ts';
import { holdsContact } from './contact.ts';
import { findDrawnBoxes } from './drawn-boxes.ts';
import {
  EDITABLE_HOST,
  isEditableHost,
  maxLengthOf,
  placeholderOf,
  purposeOf,
  typeOf,
} from './editable.ts';
import type { FieldFacts } from './facts.ts';
import { findHiddenReason, isSeeThrough } from './find-hidden-reason.ts';
import { findRefusal } from './find-refusal.ts';
import { contains, Panels } from './panel.ts';
import type { Refusal } from './refusals.ts';
import { capacityOf, isCodeRow, runsOf } from './split-boxes.ts';
import { CardReader } from './text.ts';
import { parentOf, rootsUnder } from '../dom/tree.ts';

/** A field, or a row of boxes, that could be typed into. */
export type Candidate =
  | { readonly inputs: readonly HTMLElement[]; readonly against: Refusal }
  | { readonly inputs: readonly HTMLElement[]; readonly facts: FieldFacts };

const TEXT_TYPES = new Set(['text', 'tel', 'number', 'password']);
const CONTROL = 'input,textarea,select';
const COUNTED = `${CONTROL},${EDITABLE_HOST}`;
const UNCOUNTED = /^(hidden|checkbox|radio|submit|button|image|reset|file|range|color)$/;
/** An address or a number; 'iPhone' and 'smartphone' name a device. */
const CONTACT = /mail|(?<!i|smart)phone|mobile|@/i;
const MOST_PAGE_CHARACTERS = 300;

/** The visible fields of a panel that a user may change, and those of them that ask for something else. */
interface PanelFields {
  readonly all: ReadonlySet<Element>;
  readonly passwords: ReadonlySet<Element>;
  readonly contacts: ReadonlySet<Element>;
}

class FactReader {
  readonly #context: FieldContext;
  readonly #roots: readonly ParentNode[];
  /** Visible fields that a user may change, and all visible ones. */
  readonly #editable: Element[] = [];
  readonly #shown: Element[] = [];
  /** The editable ones under each element, and what they are in each panel: read once, as there may be hundreds. */
  readonly #under = new Map<Element, Element[]>();
  readonly #panelFields = new Map<Element, PanelFields>();
  #shownContacts: readonly Element[] | undefined;
  #shownPasswords: readonly Element[] | undefined;
  readonly #cards: CardReader;
  readonly #panels: Panels;
  #squares: readonly Element[] | undefined;
  #headings: readonly Element[] | undefined;

  constructor(root: Document | ShadowRoot | Element, context: FieldContext) {
    this.#context = context;
    this.#roots = rootsUnder(root);
    this.#cards = new CardReader(this.#fieldsIn);
    this.#panels = new Panels(this.#roots, this.#fieldsIn);
  }

  read(): readonly Candidate[] {
    const candidates: Candidate[] = [];
    const typed: HTMLInputElement[] = [];
    const texts: HTMLElement[] = [];
    for (const root of this.#roots) {
      for (const field of ownMembers(root).querySelectorAll<HTMLElement>(COUNTED)) {
        const isInput = field instanceof HTMLInputElement;
        if (isInput && UNCOUNTED.test(field.type)) continue;
        if (!field.matches(CONTROL) && !isEditableHost(field)) continue;
        const hidden = findHiddenReason(field);
        const isTyped = isInput ? TEXT_TYPES.has(field.type) : !field.matches('select');
        if (!hidden) this.#shown.push(field);
        if (!hidden && !field.matches('[readonly],:disabled')) this.#editable.push(field);
        if (isTyped && hidden) candidates.push({ inputs: [field], against: hidden });
        else if (isTyped && isInput) typed.push(field);
        else if (isTyped) texts.push(field);
      }
    }
    for (const field of this.#editable)
      for (let at = parentOf(field); at; at = parentOf(at)) {
        const fields = this.#under.get(at);
        if (fields) fields.push(field);
        else this.#under.set(at, [field]);
      }
    const rows = runsOf(typed).flatMap((run) =>
      isCodeRow(run) ? [run] : run.map((input) => [input]),
    );
    for (const row of rows) candidates.push(...this.#candidates(row, capacityOf(row)));
    for (const text of texts) candidates.push(...this.#candidates([text], 1));
    return candidates;
  }

  /** The one candidate that `inputs` are, if any; `capacity` is how many digits they hold together. */
  #candidates(inputs: readonly HTMLElement[], capacity: number): readonly Candidate[] {
    const candidate = this.#candidate(inputs, capacity);
    return candidate ? [candidate] : [];
  }

  #candidate(inputs: readonly HTMLElement[], capacity: number): Candidate | undefined {
    const [input] = inputs;
    if (!input) return undefined;
    const against = findRefusal(input, inputs.length);
    if (against) return { inputs, against };
    const around = this.#cards.textAround(inputs);
    if (!around) return undefined;
    const panel = this.#panels.panelOf(input);
    const { all, passwords, contacts } = this.#fieldsOf(panel);
    const others = (fields: ReadonlySet<Element>): number =>
      fields.size - inputs.filter((each) => fields.has(each)).length;
    const facts: FieldFacts = {
      context: this.#context,
      text: { ...around.text, page: this.#pageText(around.card) },
      ...attributesOf(input),
      boxes: inputs.length > 1 ? capacity : 1,
      drawn: isSeeThrough(input) ? (findDrawnBoxes(input)?.length ?? 0) : 0,
      others: others(all),
      passwords: others(passwords),
      contacts: others(contacts),
      contactValue: this.#showsOtherContact(panel, inputs) ? 'shown' : 'none',
      squareImage: this.#squareImages().some((image) => contains(around.card, image))
        ? 'shown'
        : 'none',
      trustBox: this.#panels.hasTrustBox(panel) ? 'shown' : 'none',
    };
    return { inputs, facts };
  }

  readonly #fieldsIn = (element: Element): number => this.#under.get(element)?.length ?? 0;

  #fieldsOf(panel: Element): PanelFields {
    const known = this.#panelFields.get(panel);
    if (known) return known;
    const fields = this.#under.get(panel) ?? [];
    const found = {
      all: new Set(fields),
      // The second step of a log-in may leave the password where it is, locked.
      passwords: new Set(this.#passwords().filter((field) => contains(panel, field))),
      contacts: new Set(fields.filter(isContact)),
    };
    this.#panelFields.set(panel, found);
    return found;
  }

  #passwords(): readonly Element[] {
    this.#shownPasswords ??= this.#shown.filter((field) => field.matches('[type="password"]'));
    return this.#shownPasswords;
  }

  #showsOtherContact(panel: Element, inputs: readonly Element[]): boolean {
    this.#shownContacts ??= this.#shown.filter(showsContact);
    return this.#shownContacts.some((field) => !inputs.includes(field) && contains(panel, field));
  }

  /** The title, and the first headings that do not belong to the card. */
  #pageText(card: Element): string {
    this.#headings ??= this.#roots
      .flatMap((root) => [...ownMembers(root).querySelectorAll('h1,h2')])
      .slice(0, 4);
    const outside = this.#headings.filter(
      (heading) => !contains(card, heading) && heading.checkVisibility(),
    );
    const texts = [
      ownMembers(card.ownerDocument).title,
      ...outside.map((heading) => heading.textContent),
    ];
    return texts.join(' . ').slice(0, MOST_PAGE_CHARACTERS);
  }

  /** Pictures that may be a QR: square, and big enough to be scanned. */
  #squareImages(): readonly Element[] {
    this.#squares ??= this.#roots
      .flatMap((root) => [...ownMembers(root).querySelectorAll('img,canvas,svg')])
      .filter((image) => {
        // As laid out, too: a dialog that zooms in shows its QR small at first.
        const box = image.getBoundingClientRect();
        const width = Math.max(box.width, image.clientWidth);
        const height = Math.max(box.height, image.clientHeight);
        return width >= 96 && Math.abs(width - height) <= 4;
      });
    return this.#squares;
  }
}

/** All text fields under `root` (open shadow roots included, frames not). */
export function readCandidates(
  root: Document | ShadowRoot | Element,
  context: FieldContext,
): readonly Candidate[] {
  return new FactReader(root, context).read();
}

function attributesOf(
  input: HTMLElement,
): Pick<
  FieldFacts,
  | 'type'
  | 'autocomplete'
  | 'inputMode'
  | 'placeholder'
  | 'pattern'
  | 'maxLength'
  | 'minLength'
  | 'size'
> {
  const isInput = input instanceof HTMLInputElement;
  return {
    type: typeOf(input),
    autocomplete: purposeOf(input),
    inputMode: input.inputMode,
    placeholder: placeholderOf(input),
    pattern: isInput ? input.pattern : '',
    maxLength: maxLengthOf(input),
    minLength: isInput ? input.minLength : -1,
    size: isInput ? input.size : 0,
  };
}

function isContact(field: Element): boolean {
  return (
    field instanceof HTMLInputElement &&
    (/^(email|tel)$/.test(field.type) ||
      CONTACT.test(`${field.autocomplete} ${field.name} ${field.id} ${field.placeholder}`))
  );
}

function showsContact(field: Element): boolean {
  return field instanceof HTMLInputElement && holdsContact(field.value);
}
