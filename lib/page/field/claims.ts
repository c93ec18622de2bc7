/** What a page says of a field, read from its words, its names and its shape: the parts that signals are made of. */
import { accepts, type FieldFacts } from './facts.ts';
import { CODE_WORDS, type Reading } from './reading.ts';

/** '123456', '123 456', '000000', 'XXXXXX', '- - - - - -', '• • • • • •', 'e.g. 123456'. */
export function showsSixSigns(placeholder: string): boolean {
  const signs =
    placeholder.replace(/^\D{0,8}(?=\d)/, '').replaceAll(/[\s-](?=.)/g, '') || placeholder;
  return /^(\d{6,8}|([x•●○*_–—#.-])\2{5,7})$/iu.test(signs) || /^(- ?){6,8}$/.test(placeholder);
}

export function takesDigitsOnly({ pattern }: FieldFacts): boolean {
  return (
    pattern !== '' && accepts(pattern, 'abcdef') === false && accepts(pattern, 'abcdefgh') === false
  );
}

/** Only a single field has a length of its own. */
export const isLength = (facts: FieldFacts, least: number, most: number): boolean =>
  facts.boxes === 1 && facts.maxLength >= least && facts.maxLength <= most;

/** '0:58', '(30)', '54 s': what is left until another code may be asked for. */
const COUNTDOWN =
  /\d{1,2}:\d{2}|[([]\s*\d{1,3}\s*[)\]]|\d{1,3}\s?(s|sec|seconds?|秒|초|сек|sek|sn|giây|detik|วินาที)(?!\p{L})/iu;
/** A number of digits that codes of an app do not have. */
export const OTHER_NUMBER = /(^|[^\d.,:/+-])(4|5|7|9|10|12|16)([^\d.,:/%]|$)/;
const SIX_OR_EIGHT = /(^|[^\d.,:/])[68]([^\d.,:/]|$)/;

/** Names are weak evidence: pages reuse one field for every kind of code. */
export const NAMED_FACTOR =
  /(^|[^a-z])[2mt]fa|2fa|mfa|(two|second|2nd|multi).?factor|two.?(step|fa)|2.?step|totp|authenticator|g(oogle)?.?auth|google.?code|oath/;
/** Names of what only an app makes, or of the app. */
export const NAMED_TIME_BASED = /totp|authenticator|g(oogle)?.?auth(?!or)|google.?code/;
export const NAMED_ONE_TIME =
  /(^|[^a-z])otp|otp(code|input|field|$)|auth(entication)?.?code|one.?time|passcode|verif.{0,40}code/;

export const CODE_NAME = /code|token|pin.?input|challenge|digit/;
export const CHANNEL_NAME = /mail|sms|phone|mobile/;
export const BACKUP_NAME = /backup|recover|scratch|emergency/;
export const OTHER_NAME =
  /captcha|search|coupon|promo|voucher|gift|zip|post.?(al|code)|cv[vc]|card|user.?name|login|name($|[^a-z])|(?<!one.?time.?)passw|address|serial|invite|referr|licen|device.?(code|id)|birth|(^|[^a-z])(q|qty|tel)($|[^a-z])/;
/** A key that is touched types a code of its own: the maker's name is the same in every language. */
export const SECURITY_KEY = /yubi(co|key)/i;
/** What the label of a field for an app's code may say, beside a heading that names backup codes. */
export const OWN_FACTOR = [
  'factor',
  'authenticator',
  'app',
  'authentication',
  'token',
  'oneTime',
] as const;
/** What the label of a field may say that takes a backup code as well as the app's. */
export const OWN_CODES = ['factor', 'authenticator', 'app', 'authentication'] as const;
/** Words without which nothing says that a code is asked for. */
const CODE_GROUPS = [
  'code',
  'token',
  'oneTime',
  'factor',
  'authenticator',
  'authentication',
  'confirmation',
] as const;

const MAKERS = ['authenticator', 'app', 'token'] as const;
export const saysCode = ({ own, near }: Reading): boolean =>
  CODE_WORDS.some((group) => own.has(group) || near.has(group));
export const saysAuthenticator = ({ own, near }: Reading): boolean =>
  own.has('authenticator') || near.has('authenticator');
/** Something generates the code: an app, or whatever makes a token. */
export const saysApp = ({ own, near }: Reading): boolean =>
  MAKERS.some((group) => own.has(group) || near.has(group));
export const saysFactor = ({ own, near, page }: Reading): boolean =>
  own.has('factor') || near.has('factor') || page.has('factor');
export const isResendOffered = ({ actions }: Reading): boolean =>
  actions.some((words) => words.has('resend'));
/** A code was sent, or would be for a press. */
export const isSent = (words: Reading): boolean => words.card.has('sent') || isResendOffered(words);
export const saysSent = (words: Reading): boolean =>
  words.card.has('sent') || words.card.has('channel') || words.contact !== 'none';
/** An app that makes codes, or a log-in with two factors: what was named beside it may be another way. */
export const saysFactorOrApp = (words: Reading): boolean => saysFactor(words) || saysApp(words);
export const namesOneTime = ({ own }: Reading): boolean => own.has('oneTime') && !own.has('factor');
export const namesCode = ({ own }: Reading): boolean =>
  CODE_WORDS.some((group) => own.has(group)) || own.has('factor') || own.has('authenticator');

/** The field itself is of no other use. */
export const isMadeForCode = (facts: FieldFacts): boolean =>
  facts.autocomplete.includes('one-time-code') ||
  facts.boxes >= 6 ||
  facts.drawn >= 6 ||
  isLength(facts, 6, 6) ||
  showsSixSigns(facts.placeholder.trim());

/** Characters of text beside the field and its label. */
function lengthBeside({ text }: FieldFacts): number {
  const label = text.own.trim();
  const beside = `${text.above} ${text.below}`;
  return (label ? beside.replaceAll(label, '') : beside).trim().length;
}

/** Its names or those around it say 2FA, or a code that holds once. */
export const isNamedForCode = ({ text }: FieldFacts): boolean =>
  NAMED_FACTOR.test(text.ids) || NAMED_ONE_TIME.test(text.ids);

/** Too short a text, in any language, to say that a code was sent and where. */
export const isTerse = (facts: FieldFacts): boolean => lengthBeside(facts) <= 80;
/** Hardly a word but the label. */
export const isBare = (facts: FieldFacts): boolean => lengthBeside(facts) <= 30;

/** The names that a page gives a second factor's field, and the box of such pages beside it. */
export const isNamedForFactor = ({ text, trustBox }: FieldFacts): boolean =>
  NAMED_FACTOR.test(text.ids) || trustBox === 'shown';

export const saysSixDigits = ({ text }: FieldFacts, words: Reading): boolean =>
  saysCode(words) &&
  (words.card.has('sixDigits') ||
    SIX_OR_EIGHT.test(`${text.own} . ${text.headings} . ${text.above} . ${text.below}`));

/** The page has one field, and its card names nothing else that could be typed and nothing that was sent. */
export const asksForOneThing = ({ others }: FieldFacts, words: Reading): boolean =>
  others === 0 &&
  !saysSent(words) &&
  !isResendOffered(words) &&
  !(['backup', 'otherThing', 'device'] as const).some((group) => words.card.has(group)) &&
  !(['identity', 'secret'] as const).some((group) => words.own.has(group));

/** The one thing is a second factor; a long text may name another thing in words that are not known. */
export const asksForFactorAlone = (facts: FieldFacts, words: Reading): boolean =>
  saysFactor(words) && asksForOneThing(facts, words) && (isTerse(facts) || saysApp(words));

/** Neither the field nor a word of its card is about any code. */
export const saysNothingOfCode = (facts: FieldFacts, words: Reading): boolean =>
  !isMadeForCode(facts) &&
  !words.page.has('factor') &&
  !CODE_GROUPS.some((group) => words.card.has(group)) &&
  !isNamedForCode(facts) &&
  !CODE_NAME.test(facts.text.ids);

/** A page that names the app may count the seconds of its code, and one that sent a code those until the next. */
export const isCountedDown = ({ text }: FieldFacts, words: Reading): boolean =>
  text.actions.some((action) => COUNTDOWN.test(action)) &&
  (saysSent(words) || !saysAuthenticator(words));

/** Wants the key that codes are made of, as tools do and pages that set an app up. */
export const asksForKey = (facts: FieldFacts, { own }: Reading): boolean =>
  own.has('scan') && !CODE_WORDS.some((group) => own.has(group)) && !isMadeForCode(facts);

/** A code of any kind in a form for other things: a currency's, a customer's. */
export const isBareAmongOthers = (facts: FieldFacts, words: Reading): boolean =>
  facts.others > 0 &&
  facts.passwords === 0 &&
  !isMadeForCode(facts) &&
  !namesOneTime(words) &&
  !saysFactorOrApp(words) &&
  !isNamedForCode(facts);
