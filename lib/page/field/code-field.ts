/** The field (or the row of one-digit boxes) a page wants a 2FA code in; see editable.ts for its kinds. */
export type CodeField =
  | {
      readonly kind: 'single';
      readonly input: HTMLElement;
      /** What the page draws in place of the input, which cannot be seen. */
      readonly drawn?: readonly Element[];
    }
  | { readonly kind: 'split'; readonly inputs: readonly HTMLInputElement[] };

/**
 * What the extension knows of its own besides the page: evidence, never proof.
 * sign-in: the user just typed into a log-in form of this tab. enrolment: this
 * page just showed an enrolment QR. unknown: neither.
 */
export interface FieldContext {
  readonly moment: 'sign-in' | 'enrolment' | 'unknown';
}

/** The boxes of `field` in reading order: one for a single field. */
export function inputsOf(field: CodeField): readonly HTMLElement[] {
  return field.kind === 'single' ? [field.input] : field.inputs;
}

/** All that the user sees of `field`. */
export function shownOf(field: CodeField): readonly Element[] {
  return (field.kind === 'single' && field.drawn) || inputsOf(field);
}

/** The element a mark or a button is placed by. */
export function anchorOf(field: CodeField): HTMLElement | undefined {
  return field.kind === 'single' ? field.input : field.inputs.at(-1);
}
