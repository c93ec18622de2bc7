/** One field seen as named pieces of evidence. What each weighs stands in find-field.ts. */
import type { FieldContext } from './code-field.ts';
import type { FieldText } from './text.ts';
import * as words from './words.ts';

/** Facts about the field's neighbourhood that a single element cannot tell. */
export interface Surroundings {
  readonly context: FieldContext;
  readonly text: FieldText;
  readonly title: string;
  /** 1 for a single field. */
  readonly boxes: number;
  /** Boxes drawn in place of the field itself; mostly 0. */
  readonly drawn: number;
  /** Other visible text fields in the form or panel, by kind. */
  readonly others: number;
  readonly passwords: number;
  /** Other visible fields for an e-mail address or a phone number. */
  readonly addresses: number;
  readonly squareImage: 'shown' | 'none';
  readonly trustBox: 'shown' | 'none';
}

/** Shown with dots or stars in place of letters or digits: an address or a number of the user's. */
const MASKED = /[*•·x]{2,}[^\s@]*@|@[^\s.]*[*•]{2}|\w[*•]{2,}\w*@|[*•x]{2,}[\s-]*\d{2,4}(?!\d)/u;
/** '123456', '123 456', '000000', 'XXXXXX', '- - - - - -', '• • • • • •', 'e.g. 123456'. */
function showsSixSigns(placeholder: string): boolean {
  const signs =
    placeholder.replace(/^\D{0,8}(?=\d)/, '').replaceAll(/[\s-](?=.)/g, '') || placeholder;
  return /^(\d{6,8}|([x•●○*_–—#.-])\2{5,7})$/iu.test(signs) || /^(- ?){6,8}$/.test(placeholder);
}

function accepts(pattern: string, value: string): boolean | undefined {
  try {
    return new RegExp(`^(?:${pattern})$`, 'u').test(value);
  } catch {
    return undefined;
  }
}

/** What forbids a code in `input`, whatever else speaks for it; undefined when nothing does. */
export function refusal(input: HTMLInputElement, boxes: number): string | undefined {
  if (input.disabled || input.readOnly) return 'read-only';
  const purpose = input.autocomplete.trim().toLowerCase();
  // 'new-password' is also how pages keep browsers from offering anything.
  if (purpose && !/one-time-code|^(on|off|false|no(ne|pe)?|new-password|\W*)$/.test(purpose))
    return /^[a-z-]+( [a-z-]+)*$/.test(purpose) && KNOWN_PURPOSE.test(purpose)
      ? `autocomplete ${purpose}`
      : undefined;
  if (input.getAttribute('role')?.match(/combobox|searchbox|spinbutton|listbox/)) return 'role';
  if (input.hasAttribute('list') || input.getAttribute('aria-autocomplete')) return 'suggestions';
  if (/email|url|search/.test(input.inputMode)) return `inputmode ${input.inputMode}`;
  if (boxes > 1) return undefined;
  if (input.value && !/^[\d\s-]{1,9}$/.test(input.value)) return 'holds something else';
  if (input.maxLength >= 0 && input.maxLength < 6) return 'too short';
  if (input.minLength > 8) return 'too long';
  if (input.type === 'number' && input.max && Number(input.max) < 99_999) return 'bounded number';
  if (input.pattern) {
    const six = accepts(input.pattern, '123456') ?? accepts(input.pattern, '123 456');
    const any = six || accepts(input.pattern, '12345678') || accepts(input.pattern, '1');
    if (six === false && !any) return 'pattern';
  }
  return undefined;
}

const KNOWN_PURPOSE =
  /name|nickname|username|current-password|email|tel|address|country|postal|cc-|bday|sex|url|photo|organization|language|transaction|impp|street|shipping|billing/;

/** The evidence for and against `input` (or the first of `boxes`). */
export function signalsOf(input: HTMLInputElement, around: Surroundings): readonly string[] {
  const found: string[] = [];
  const note = (name: string, holds: unknown): void => {
    if (holds) found.push(name);
  };
  const { text, boxes, others } = around;

  note('one-time-code', input.autocomplete.includes('one-time-code'));
  note('six boxes', boxes === 6 || around.drawn === 6);
  note('seven or eight boxes', boxes > 6 || around.drawn > 6);
  if (boxes === 1) {
    const most = input.maxLength;
    note('length 6', most === 6);
    note('length 7 or 8', most === 7 || most === 8);
    note('length 9 to 12', most > 8 && most < 13);
    note('long', most > 40 || input.minLength > 6);
    note('size 6 to 8', input.size >= 6 && input.size <= 8);
    note('six signs', showsSixSigns(input.placeholder.trim()));
  }
  const digitsOnly = input.pattern && accepts(input.pattern, 'abcdef') === false;
  note('digits by pattern', digitsOnly && accepts(input.pattern, 'abcdefgh') === false);
  note('digits by keyboard', /numeric|decimal/.test(input.inputMode));
  note('digits by type', /tel|number/.test(input.type));
  note('masked type', boxes === 1 && input.type === 'password');

  note('alone', others === 0);
  note('with others', others > 0 && others < 3);
  note('in a long form', others >= 3);
  note('password beside', around.passwords === 1);
  note('passwords beside', around.passwords > 1);
  note('address beside', around.addresses > 0 && around.passwords === 0);
  note('square image', around.squareImage === 'shown');
  note('trust box', around.trustBox === 'shown');

  const own = text.own;
  const said = `${text.headings} ${text.prose}`;
  const secondFactor = words.SECOND_FACTOR.test(own);
  const oneTime = words.ONE_TIME.test(own);
  note('own: second factor', secondFactor);
  note('own: one-time', oneTime && !secondFactor);
  note('own: code', words.CODE.test(own));
  note('own: authentication', words.AUTHENTICATION.test(own));
  note('own: app', words.APP.test(own));
  note('own: sent', words.SENT.test(own) || words.CHANNEL.test(own));
  const isBackup = words.BACKUP.test(own);
  note('own: backup', isBackup);
  // One field may take either: only a label that names nothing else is a backup code's.
  note(
    'own: only backup',
    isBackup && !secondFactor && !words.APP.test(own) && !words.AUTHENTICATION.test(own),
  );
  note('own: other', !secondFactor && words.OTHER.test(own.replace(words.ONE_TIME, '')));
  const saidFactor = words.SECOND_FACTOR.test(said);
  const isDevice = !secondFactor && words.DEVICE.test(own);
  note('own: device', isDevice);
  note('own: device alone', isDevice && !saidFactor);
  note('said: second factor', saidFactor);
  note('said: authenticator', words.AUTHENTICATOR.test(said));
  note('six digits said', words.SIX.test(`${own} ${said}`) && words.CODE.test(`${own} ${said}`));
  note('said: one-time', !saidFactor && words.ONE_TIME.test(said));
  note('said: code from an app', words.APP.test(said) && words.CODE.test(said));
  note('said: scan', words.SCAN.test(said));
  note('said: another thing', words.OTHER_THING.test(`${said} ${own}`));
  const isSent = words.SENT.test(said);
  note('said: sent', isSent);
  note('said: channel', words.CHANNEL.test(said));
  note('said: masked address', MASKED.test(said));
  note('said: sent to a masked address', isSent && MASKED.test(said));
  note(
    'said: backup',
    words.BACKUP.test(text.headings) || (!saidFactor && words.BACKUP.test(said)),
  );
  note('said: again', words.AGAIN.test(text.actions));
  note('title: second factor', words.SECOND_FACTOR.test(around.title));

  note('id: second factor', words.ID_SECOND_FACTOR.test(text.ids));
  note('id: code', words.ID_CODE.test(text.ids));
  note('id: channel', words.ID_CHANNEL.test(text.ids));
  note('id: backup', words.ID_BACKUP.test(text.ids));
  note('id: other', words.ID_OTHER.test(text.ids));

  note('moment: sign-in', around.context.moment === 'sign-in');
  note('moment: enrolment', around.context.moment === 'enrolment');
  return found;
}
