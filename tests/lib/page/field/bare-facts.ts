import type { FieldFacts, FieldText } from '../../../../lib/page/field/facts.ts';

export const NO_TEXT: FieldText = {
  own: '',
  headings: '',
  above: '',
  below: '',
  actions: [],
  page: '',
  ids: '',
};

/** A field of which a page says nothing. */
export const BARE: FieldFacts = {
  context: { moment: 'sign-in' },
  text: NO_TEXT,
  type: 'text',
  autocomplete: '',
  inputMode: '',
  placeholder: '',
  pattern: '',
  maxLength: -1,
  minLength: -1,
  size: 20,
  boxes: 1,
  drawn: 0,
  others: 0,
  passwords: 0,
  contacts: 0,
  contactValue: 'none',
  squareImage: 'none',
  trustBox: 'none',
};
