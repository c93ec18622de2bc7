/** One page of our own writing, and which of its fields is meant. */
export interface FieldPage {
  readonly name: string;
  readonly html: string;
  /** CSS selector of the field, or of all boxes; absent: nothing may be chosen. */
  readonly meant?: string;
  readonly moment?: 'sign-in' | 'enrolment' | 'unknown';
  /** fill: the field must be filled without a click. at most an offer: a person might take it for one. */
  readonly verdict?: 'fill' | 'at most an offer';
}

/** Boxes with these attributes each; `#` counts them. */
export function boxes(count: number, attributes: string, width = 40): string {
  const one = (at: number): string =>
    `<input class="box" style="width:${width}px;height:40px" ${attributes.replaceAll('#', String(at))}>`;
  const all = Array.from({ length: count }, (_, at) => one(at));
  return `<div style="display:flex;gap:8px">${all.join('')}</div>`;
}
