/** What is known of one candidate for a code, as plain data: the signals are judged on nothing else. */
import type { FieldContext } from './code-field.ts';

/** The words round a field as the page wrote them, sorted by where they stand. */
export interface FieldText {
  /** The field's own label, placeholder, description. */
  readonly own: string;
  /** Headings of the card the field stands in. */
  readonly headings: string;
  /** Other text of the card, before the field and after it. */
  readonly above: string;
  readonly below: string;
  /** Buttons and links of the card, one entry each. */
  readonly actions: readonly string[];
  /** The document's title and its first headings outside the card. */
  readonly page: string;
  /** name, id and class, lower case, divided at capitals. */
  readonly ids: string;
}

export interface FieldFacts {
  readonly context: FieldContext;
  readonly text: FieldText;
  /** Attributes of the field, or of the first of its boxes. */
  readonly type: string;
  readonly autocomplete: string;
  readonly inputMode: string;
  readonly placeholder: string;
  readonly pattern: string;
  /** -1 where the page sets none. */
  readonly maxLength: number;
  readonly minLength: number;
  readonly size: number;
  /** 1 for a single field. */
  readonly boxes: number;
  /** Boxes drawn in place of the field itself; mostly 0. */
  readonly drawn: number;
  /** Other visible text fields in the form or panel. */
  readonly others: number;
  /** Other visible fields for a password, even ones that are locked. */
  readonly passwords: number;
  /** Other visible fields for an e-mail address or a phone number. */
  readonly contacts: number;
  /** A field beside it, even a read-only one, that holds an address or a phone number. */
  readonly contactValue: 'shown' | 'none';
  readonly squareImage: 'shown' | 'none';
  readonly trustBox: 'shown' | 'none';
}

/** Whether a field with the attribute `pattern` takes `value`; undefined where the pattern is no regular expression. */
export function accepts(pattern: string, value: string): boolean | undefined {
  try {
    return new RegExp(`^(?:${pattern})$`, 'u').test(value);
  } catch {
    return undefined;
  }
}
