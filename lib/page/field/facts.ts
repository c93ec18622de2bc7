/** What is known of one candidate for a code, as plain data: the signals are judged on nothing else. */
import type { FieldContext } from './code-field.ts';
import type { FieldText } from './text.ts';

export interface FieldFacts {
  readonly context: FieldContext;
  readonly text: Omit<FieldText, 'reach'>;
  /** The document's title, folded. */
  readonly title: string;
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
  readonly passwords: number;
  /** Other visible fields for an e-mail address or a phone number. */
  readonly addresses: number;
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
