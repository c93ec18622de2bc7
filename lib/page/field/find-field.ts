/**
 * Which field wants a code of an authenticator app. A short list of named
 * signals, each with one weight; their sum decides, so every decision can be
 * read back. Structure weighs most, words next, names and ids least.
 */
import type { CodeField, FieldContext } from './code-field.ts';
import { findDrawnBoxes } from './drawn-boxes.ts';
import { isCodeRow, runsOf } from './split-boxes.ts';
import { refusalOf } from './refusal.ts';
import type { Refusal } from './refusals.ts';
import { scoreOf, signalsOf } from './signals.ts';
import { LEAD, THRESHOLD, type SignalName } from './weights.ts';
import { textOf } from './text.ts';
import { isDialog, parentOf, rootsUnder } from '../dom/tree.ts';
import { hiddenReason, isSeeThrough } from './hidden-reason.ts';
import { foldWords, ID_TRUST } from './words.ts';

/**
 * What may happen at a field. fill: the page asks for an authenticator's code,
 * which may be put in without a click. offer: it may be asking for one.
 */
export type FieldVerdict = 'fill' | 'offer';

export interface FoundField {
  readonly field: CodeField;
  readonly verdict: FieldVerdict;
  /** What spoke for and against it. */
  readonly signals: readonly SignalName[];
}

/** Why a field was, or was not, chosen. Holds names only, no text of the page. */
export interface FieldReport {
  readonly inputs: readonly HTMLInputElement[];
  readonly score: number;
  readonly signals: readonly SignalName[];
  /** What rules the field out. */
  readonly against?: Refusal;
  /** second: as good as another field, or less good than the chosen one. */
  readonly verdict: FieldVerdict | 'too-weak' | 'second' | 'ruled-out';
}

const TEXT_TYPES = new Set(['text', 'tel', 'number', 'password']);
const COUNTED = 'input,textarea,select';
const UNCOUNTED = /^(hidden|checkbox|radio|submit|button|image|reset|file|range|color)$/;

/** All fields of `root` with what speaks for and against each: the debug view's data. */
export function explainFields(
  root: Document | ShadowRoot | Element,
  context: FieldContext,
): readonly FieldReport[] {
  const shown: Element[] = [];
  const typed: HTMLInputElement[] = [];
  const reports: FieldReport[] = [];
  const roots = rootsUnder(root);
  let squares: readonly Element[] | undefined;
  const images = (): readonly Element[] => (squares ??= squareImages(roots));
  for (const each of roots) {
    for (const field of each.querySelectorAll<HTMLElement>(COUNTED)) {
      if (field instanceof HTMLInputElement && UNCOUNTED.test(field.type)) continue;
      const hidden = hiddenReason(field);
      const isTyped = field instanceof HTMLInputElement && TEXT_TYPES.has(field.type);
      if (!hidden && !field.matches('[readonly],:disabled')) shown.push(field);
      if (isTyped && hidden) reports.push(ruledOut([field], hidden));
      else if (isTyped) typed.push(field);
    }
  }
  const counts = new Map<Element, number>();
  for (const field of shown)
    for (let at = parentOf(field); at; at = parentOf(at)) counts.set(at, (counts.get(at) ?? 0) + 1);
  const fieldsIn = (element: Element): number => counts.get(element) ?? 0;
  const title = foldWords(first(typed)?.ownerDocument.title ?? '');

  const scored: Omit<FieldReport, 'verdict'>[] = [];
  for (const run of runsOf(typed)) {
    const groups = isCodeRow(run) ? [run] : run.map((input) => [input]);
    for (const inputs of groups) {
      const [input] = inputs;
      if (!input) continue;
      const against = refusalOf(input, inputs.length);
      if (against) {
        reports.push(ruledOut(inputs, against));
        continue;
      }
      const panel = panelOf(input, fieldsIn);
      const inPanel = shown.filter((field) => contains(panel, field));
      const beside = inPanel.filter((field) => !inputs.some((each) => each === field));
      const text = textOf(input, inputs, fieldsIn);
      const signals = signalsOf({
        context,
        text,
        title,
        type: input.type,
        autocomplete: input.autocomplete,
        inputMode: input.inputMode,
        placeholder: input.placeholder,
        pattern: input.pattern,
        maxLength: input.maxLength,
        minLength: input.minLength,
        size: input.size,
        boxes: inputs.length,
        drawn: isSeeThrough(input) ? (findDrawnBoxes(input)?.length ?? 0) : 0,
        others: beside.length,
        passwords: beside.filter((field) => field.matches('[type="password"]')).length,
        addresses: beside.filter(isAddress).length,
        squareImage: images().some((image) => contains(text.reach, image)) ? 'shown' : 'none',
        trustBox: hasTrustBox(panel) ? 'shown' : 'none',
      });
      scored.push({ inputs, score: scoreOf(signals), signals });
    }
  }
  scored.sort((one, two) => two.score - one.score);
  const [best, next] = scored;
  const isClear = best && best.score >= THRESHOLD && (!next || best.score - next.score >= LEAD);
  for (const each of scored) {
    const verdict =
      each === best && isClear ? 'fill' : each.score < THRESHOLD ? 'too-weak' : 'second';
    reports.push({ ...each, verdict });
  }
  return reports;
}

function ruledOut(inputs: readonly HTMLInputElement[], against: Refusal): FieldReport {
  return { inputs, score: 0, signals: [], against, verdict: 'ruled-out' };
}

/**
 * The field under `root` (open shadow roots included, frames not) that asks
 * for a code of an authenticator app, or undefined when nothing does so
 * clearly enough.
 */
export function findCodeField(
  root: Document | ShadowRoot | Element,
  context: FieldContext,
): FoundField | undefined {
  return foundIn(explainFields(root, context));
}

/** The field that was chosen among `reports`. */
export function foundIn(reports: readonly FieldReport[]): FoundField | undefined {
  for (const { inputs, verdict, signals } of reports) {
    const field = verdict === 'fill' || verdict === 'offer' ? fieldOf(inputs) : undefined;
    if (field && (verdict === 'fill' || verdict === 'offer')) return { field, verdict, signals };
  }
  return undefined;
}

function fieldOf(inputs: readonly HTMLInputElement[]): CodeField | undefined {
  const [input] = inputs;
  if (!input) return undefined;
  if (inputs.length > 1) return { kind: 'split', inputs };
  const drawn = isSeeThrough(input) ? findDrawnBoxes(input) : undefined;
  return { kind: 'single', input, ...(drawn ? { drawn } : {}) };
}

function isAddress(field: Element): boolean {
  return (
    field instanceof HTMLInputElement &&
    (field.type === 'email' ||
      /mail|phone|mobile|@/i.test(
        `${field.autocomplete} ${field.name} ${field.id} ${field.placeholder}`,
      ))
  );
}

function first<Item>(items: readonly Item[]): Item | undefined {
  return items[0];
}

/** `element` under `ancestor`, shadow borders crossed. */
function contains(ancestor: Element, element: Element): boolean {
  for (let at: Element | undefined = element; at; at = parentOf(at))
    if (at === ancestor) return true;
  return false;
}

/** The form or dialog of the field, else the nearest element round it that holds a button. */
function panelOf(input: HTMLInputElement, fieldsIn: (element: Element) => number): Element {
  let panel: Element = input;
  let withButton: Element | undefined;
  for (let at = parentOf(input); at; at = parentOf(at)) {
    if (withButton && fieldsIn(at) > fieldsIn(withButton)) break;
    panel = at;
    if (at.matches('form') || isDialog(at)) break;
    if (
      !withButton &&
      at.querySelector(
        'button,[role="button"],a[class*="button"],a[type="button"],input[type="submit"]',
      )
    )
      withButton = at;
  }
  return panel;
}

function hasTrustBox(panel: Element): boolean {
  return [...panel.querySelectorAll<HTMLInputElement>('[type="checkbox"]')].some((box) =>
    ID_TRUST.test(`${box.name} ${box.id}`.toLowerCase()),
  );
}

/** Pictures that may be a QR: square, and big enough to be scanned. */
function squareImages(roots: readonly ParentNode[]): readonly Element[] {
  return roots
    .flatMap((each) => [...each.querySelectorAll('img,canvas,svg')])
    .filter((image) => {
      // As laid out, too: a dialog that zooms in shows its QR small at first.
      const box = image.getBoundingClientRect();
      const width = Math.max(box.width, image.clientWidth);
      const height = Math.max(box.height, image.clientHeight);
      return width >= 96 && Math.abs(width - height) <= 4;
    });
}
