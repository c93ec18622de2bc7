/** Every signal of the field finder with its test; weights.ts holds their names and what they weigh. */
import { accepts, type FieldFacts } from './facts.ts';
import { readText, type Reading } from './reading.ts';
import type { SignalName } from './weights.ts';

type Test = (facts: FieldFacts, words: Reading) => boolean;

/** '123456', '123 456', '000000', 'XXXXXX', '- - - - - -', '• • • • • •', 'e.g. 123456'. */
function showsSixSigns(placeholder: string): boolean {
  const signs =
    placeholder.replace(/^\D{0,8}(?=\d)/, '').replaceAll(/[\s-](?=.)/g, '') || placeholder;
  return /^(\d{6,8}|([x•●○*_–—#.-])\2{5,7})$/iu.test(signs) || /^(- ?){6,8}$/.test(placeholder);
}

function takesDigitsOnly({ pattern }: FieldFacts): boolean {
  return (
    pattern !== '' && accepts(pattern, 'abcdef') === false && accepts(pattern, 'abcdefgh') === false
  );
}

/** Only a single field has a length of its own. */
const isLength = (facts: FieldFacts, least: number, most: number): boolean =>
  facts.boxes === 1 && facts.maxLength >= least && facts.maxLength <= most;

/** '0:58', '(30)', '54 s': what is left until another code may be asked for. */
const COUNTDOWN =
  /\d{1,2}:\d{2}|[([]\s*\d{1,3}\s*[)\]]|\d{1,3}\s?(s|sec|seconds?|秒|초|сек|sek|sn|giây|detik|วินาที)(?!\p{L})/iu;
/** A number of digits that codes of an app do not have. */
const OTHER_NUMBER = /(^|[^\d.,:/+-])(4|5|7|9|10|12|16)([^\d.,:/%]|$)/;
const SIX_OR_EIGHT = /(^|[^\d.,:/])[68]([^\d.,:/]|$)/;

/** Names are weak evidence: pages reuse one field for every kind of code. */
const NAMED_FACTOR = /(^|[^a-z])[2mt]fa|2fa|mfa|two.?(factor|step)|totp|authenticator/;
const NAMED_ONE_TIME =
  /(^|[^a-z])otp|otp(code|input|field|$)|auth.?code|one.?time|passcode|verif.*code/;

const MAKERS = ['authenticator', 'app', 'token'] as const;
const CODE_WORDS = ['code', 'token', 'oneTime'] as const;
const saysCode = ({ own, near }: Reading): boolean =>
  CODE_WORDS.some((group) => own.has(group) || near.has(group));
const saysAuthenticator = ({ own, near }: Reading): boolean =>
  own.has('authenticator') || near.has('authenticator');
/** Something generates the code: an app, or whatever makes a token. */
const saysApp = ({ own, near }: Reading): boolean =>
  MAKERS.some((group) => own.has(group) || near.has(group));
const saysFactor = ({ own, near, page }: Reading): boolean =>
  own.has('factor') || near.has('factor') || page.has('factor');
const isResendOffered = ({ actions }: Reading): boolean =>
  actions.some((words) => words.has('resend'));
const saysSent = (words: Reading): boolean =>
  words.card.has('sent') || words.card.has('channel') || words.contact !== 'none';
const namesOneTime = ({ own }: Reading): boolean => own.has('oneTime') && !own.has('factor');
const namesCode = ({ own }: Reading): boolean =>
  CODE_WORDS.some((group) => own.has(group)) || own.has('factor') || own.has('authenticator');

/** The field itself is of no other use. */
const isMadeForCode = (facts: FieldFacts): boolean =>
  facts.autocomplete.includes('one-time-code') ||
  facts.boxes >= 6 ||
  facts.drawn >= 6 ||
  isLength(facts, 6, 6) ||
  showsSixSigns(facts.placeholder.trim());

const TESTS: Readonly<Record<SignalName, Test>> = {
  'one-time-code': (facts) => facts.autocomplete.includes('one-time-code'),
  'six boxes': (facts) => facts.boxes === 6 || facts.drawn === 6,
  'seven or eight boxes': (facts) => facts.boxes > 6 || facts.drawn > 6,
  'length 6': (facts) => isLength(facts, 6, 6),
  'length 7 or 8': (facts) => isLength(facts, 7, 8),
  'length 9 to 12': (facts) => isLength(facts, 9, 12),
  long: (facts) => isLength(facts, 13, Infinity) || (facts.boxes === 1 && facts.minLength > 6),
  'size 6 to 8': ({ boxes, size }) => boxes === 1 && size >= 6 && size <= 8,
  'six signs': ({ boxes, placeholder }) => boxes === 1 && showsSixSigns(placeholder.trim()),
  'digits by pattern': takesDigitsOnly,
  'letters by pattern': ({ pattern }) => pattern !== '' && accepts(pattern, 'abcdef') === true,
  'digits by keyboard': (facts) => /numeric|decimal/.test(facts.inputMode),
  'digits by type': (facts) => /tel|number/.test(facts.type),
  // Beside a password, a second hidden field that says so wants a code.
  'masked type': (facts, words) =>
    facts.type === 'password' && !(facts.passwords === 1 && namesCode(words)),
  'telephone by length': ({ type, boxes, maxLength }) =>
    type === 'tel' && boxes === 1 && maxLength > 8,

  alone: (facts) => facts.others === 0,
  'with others': (facts) => facts.others > 0 && facts.others < 3,
  'in a long form': (facts) => facts.others >= 3,
  'password beside': (facts) => facts.passwords === 1,
  'passwords beside': (facts) => facts.passwords > 1,
  'contact beside': (facts) => facts.contacts > 0 && facts.passwords === 0,
  'contact value beside': (facts) => facts.contactValue === 'shown',
  'square image': (facts) => facts.squareImage === 'shown',
  'trust box': (facts) => facts.trustBox === 'shown',
  unlabelled: ({ text }) => text.own.trim() === '',

  'contact named': (_, words) => words.contact !== 'none',
  'masked contact named': (_, words) => words.contact === 'masked',
  countdown: ({ text }) => text.actions.some((action) => COUNTDOWN.test(action)),
  'six digits said': ({ text }, words) =>
    saysCode(words) &&
    (words.card.has('sixDigits') ||
      SIX_OR_EIGHT.test(`${text.own} . ${text.headings} . ${text.above} . ${text.below}`)),
  'other number said': ({ text }, words) =>
    saysCode(words) && OTHER_NUMBER.test(`${text.own} . ${text.headings} . ${text.above}`),

  'own: second factor': (_, { own }) => own.has('factor'),
  'own: authenticator': (_, { own }) => own.has('authenticator'),
  'own: app': (_, { own }) => own.has('app') && !own.has('authenticator'),
  'own: one-time': (_, words) => namesOneTime(words),
  'own: code': (_, { own }) => own.has('code') || own.has('token'),
  'own: token': (_, { own }) => own.has('token'),
  'own: authentication': (_, { own }) => own.has('authentication'),
  'own: confirmation': (_, { own }) => own.has('confirmation') && !own.has('factor'),
  'own: sent': (_, { own }) => own.has('sent'),
  'own: channel': (_, { own }) => own.has('channel'),
  'own: backup': (_, { own }) => own.has('backup'),
  // One field may take either: only a label that names nothing else is a backup code's.
  'own: only backup': (_, { own }) =>
    own.has('backup') && !own.has('factor') && !own.has('authenticator') && !own.has('app'),
  'own: device': (_, { own }) => own.has('device') && !own.has('factor'),
  'own: secret': (_, { own }) => own.has('secret') && !own.has('oneTime') && !own.has('factor'),
  'own: identity': (_, words) => words.own.has('identity') && !namesCode(words),
  'own: another thing': (_, words) => words.own.has('otherThing') && !saysAuthenticator(words),

  'near: second factor': (_, { near }) => near.has('factor'),
  'near: authenticator': (_, { near }) => near.has('authenticator'),
  'near: code from an app': (_, { near }) =>
    near.has('app') && (near.has('code') || near.has('token')),
  'near: one-time': (_, { near }) => near.has('oneTime') && !near.has('factor'),
  'near: token': (_, { near }) => near.has('token'),
  'near: authentication': (_, { near }) => near.has('authentication'),
  'near: confirmation': (_, { near }) => near.has('confirmation') && !near.has('factor'),
  'near: sent': (_, { near }) => near.has('sent'),
  'near: channel': (_, { near }) => near.has('channel'),
  'near: backup': (_, { near }) => near.has('backup'),
  'near: device': (_, { near }) => near.has('device'),
  'near: scan': (_, { near }) => near.has('scan'),
  'near: another thing': (_, { near }) => near.has('otherThing') && !near.has('scan'),
  'heading: second factor': (_, { headings }) => headings.has('factor'),
  'heading: channel': (_, { headings }) => headings.has('channel'),
  'heading: backup': (_, { headings }) => headings.has('backup'),
  'heading: another thing': (_, { headings }) =>
    headings.has('otherThing') && !headings.has('scan'),
  'below: authenticator': (_, { below }) => below.has('authenticator'),
  'below: sent': (_, { below }) => below.has('sent'),
  'below: channel': (_, { below }) => below.has('channel'),
  'below: another thing': (_, { below }) => below.has('otherThing') && !below.has('scan'),
  'page: second factor': (_, { page }) => page.has('factor'),
  'page: another thing': (_, { page }) => page.has('otherThing'),

  'link: resend': (_, words) => isResendOffered(words),
  'link: channel': (_, { actions }) => actions.some((words) => words.has('channel')),
  'link: authenticator': (_, { actions }) => actions.some((words) => words.has('authenticator')),
  'link: backup': (_, { actions }) => actions.some((words) => words.has('backup')),
  'link: other method': (_, { actions }) => actions.some((words) => words.has('otherMethod')),

  'sent with a contact': (_, words) => words.card.has('sent') && words.contact !== 'none',
  'channel, no app': (_, words) => words.card.has('channel') && !saysApp(words),
  'sent, no app': (_, words) => words.card.has('sent') && !saysApp(words),
  'another thing, no second factor': (_, words) =>
    (words.card.has('otherThing') || words.own.has('device')) &&
    !words.card.has('scan') &&
    !saysFactor(words) &&
    !saysApp(words) &&
    !namesOneTime(words),
  'app, nothing sent': (_, words) =>
    (saysAuthenticator(words) || (saysCode(words) && saysApp(words))) && !saysSent(words),
  'second factor, nothing sent': (_, words) =>
    saysFactor(words) && !saysSent(words) && !isResendOffered(words),
  'second factor by an app': (_, words) => saysFactor(words) && saysApp(words) && !saysSent(words),
  'second factor, made for a code': (facts, words) =>
    (saysFactor(words) || words.card.has('authentication')) && isMadeForCode(facts),

  'id: second factor': ({ text }) => NAMED_FACTOR.test(text.ids),
  'id: one-time': ({ text }) => NAMED_ONE_TIME.test(text.ids),
  'named and made for a second factor': (facts) =>
    NAMED_FACTOR.test(facts.text.ids) && isMadeForCode(facts),
  'id: code': ({ text }) => /code|token|pin.?input|challenge|digit/.test(text.ids),
  'id: channel': ({ text }) => /mail|sms|phone|mobile/.test(text.ids),
  'id: backup': ({ text }) => /backup|recover|scratch|emergency/.test(text.ids),
  'id: other': ({ text }) =>
    /captcha|search|coupon|promo|voucher|gift|zip|post.?(al|code)|cv[vc]|card|user.?name|login|name($|[^a-z])|passw|address|serial|invite|referr|licen|device.?(code|id)|birth|(^|[^a-z])(q|qty|tel)($|[^a-z])/.test(
      text.ids,
    ),

  'moment: sign-in': ({ context }) => context.moment === 'sign-in',
  'moment: enrolment': ({ context }) => context.moment === 'enrolment',
};

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.keys forgets the keys' type
export const SIGNAL_NAMES = Object.keys(TESTS) as readonly SignalName[];

/** The names of the signals that hold for `facts`. */
export function signalsOf(facts: FieldFacts): readonly SignalName[] {
  const words = readText(facts);
  return SIGNAL_NAMES.filter((name) => TESTS[name](facts, words));
}
