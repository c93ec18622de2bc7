/** Every signal of the field finder with its test; weights.ts holds their names and what they weigh. */
import {
  BACKUP_NAME,
  CHANNEL_NAME,
  CODE_NAME,
  NAMED_FACTOR,
  NAMED_ONE_TIME,
  NAMED_TIME_BASED,
  OTHER_NAME,
  OTHER_NUMBER,
  OWN_CODES,
  OWN_FACTOR,
  SECURITY_KEY,
  asksForFactorAlone,
  asksForKey,
  asksForOneThing,
  isBare,
  isBareAmongOthers,
  isCountedDown,
  isLength,
  isMadeForCode,
  isNamedForCode,
  isNamedForFactor,
  isResendOffered,
  isSent,
  isTerse,
  namesCode,
  namesOneTime,
  saysApp,
  saysAuthenticator,
  saysCode,
  saysFactor,
  saysFactorOrApp,
  saysNothingOfCode,
  saysSent,
  saysSixDigits,
  showsSixSigns,
  takesDigitsOnly,
} from './claims.ts';
import { accepts, type FieldFacts } from './facts.ts';
import { CODE_WORDS, readText, type Reading } from './reading.ts';
import type { SignalName } from './weights.ts';

type Test = (facts: FieldFacts, words: Reading) => boolean;

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
  // Pages of an app's code bring up the digits of a telephone, and leave room for spaces.
  'telephone by length': ({ type, boxes, maxLength }, words) =>
    type === 'tel' && boxes === 1 && maxLength > 8 && !(namesCode(words) && saysFactorOrApp(words)),

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
  countdown: isCountedDown,
  'six digits said': saysSixDigits,
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
    own.has('backup') && !OWN_CODES.some((group) => own.has(group)),
  'own: device': (_, { own }) => own.has('device') && !own.has('factor'),
  'own: secret': (_, { own }) => own.has('secret') && !own.has('oneTime') && !own.has('factor'),
  'own: identity': (_, words) => words.own.has('identity') && !namesCode(words),
  'own: another thing': (_, words) =>
    words.own.has('otherThing') && !words.own.has('factor') && !saysAuthenticator(words),

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
  'another thing in a heading, no second factor': (_, words) =>
    words.headings.has('otherThing') &&
    !words.card.has('scan') &&
    !saysFactor(words) &&
    !saysApp(words),
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

  // Sent codes are called one-time as often, but then their fields are mostly made for any text.
  'one-time, made for a code': (facts, words) => namesOneTime(words) && isMadeForCode(facts),

  'own: code of an app': (_, { own }) =>
    own.has('authenticator') && CODE_WORDS.some((group) => own.has(group)) && !own.has('backup'),
  'id: time-based': ({ text }) => NAMED_TIME_BASED.test(text.ids),
  'id: second factor': ({ text }) => NAMED_FACTOR.test(text.ids),
  'id: one-time': ({ text }) => NAMED_ONE_TIME.test(text.ids),
  'named and made for a second factor': (facts) =>
    NAMED_FACTOR.test(facts.text.ids) && isMadeForCode(facts),
  'id: code': ({ text }) => CODE_NAME.test(text.ids),
  'id: channel': ({ text }) => CHANNEL_NAME.test(text.ids),
  'id: backup': ({ text }) => BACKUP_NAME.test(text.ids),
  // A form that knows passwords alone calls its third field 'passwd1'.
  'id: other': ({ text }, words) =>
    OTHER_NAME.test(namesCode(words) ? text.ids.replaceAll('passw', '') : text.ids),

  'sent by a channel, no app': (_, words) =>
    words.card.has('sent') && words.card.has('channel') && !saysApp(words),
  'channel beside it, no app': (_, words) =>
    (words.own.has('channel') || words.near.has('channel')) && !saysApp(words),
  // An app generates codes, and so may a server that mails them.
  'channel in a heading, no authenticator': (_, words) =>
    (words.headings.has('channel') || words.own.has('channel')) && !saysAuthenticator(words),
  'channel in its name, no app': ({ text }, words) =>
    CHANNEL_NAME.test(text.ids) && !saysFactorOrApp(words),
  'sent to a contact, no authenticator': ({ contactValue }, words) =>
    (words.contact !== 'none' || contactValue === 'shown') &&
    isSent(words) &&
    !saysAuthenticator(words),
  // Pages show who signs in as well, half hidden.
  'masked contact, no second factor': (_, words) =>
    words.contact === 'masked' &&
    (!saysFactorOrApp(words) || isSent(words) || words.card.has('channel')),
  'sent again, no second factor': (_, words) => isResendOffered(words) && !saysFactorOrApp(words),
  'sent in a heading, no second factor': (_, words) =>
    (words.headings.has('sent') || words.own.has('sent')) && !saysFactorOrApp(words),
  'backup, no second factor': ({ text }, words) =>
    (words.own.has('backup') || words.near.has('backup') || BACKUP_NAME.test(text.ids)) &&
    !words.card.has('scan') &&
    !saysFactor(words) &&
    !saysAuthenticator(words),
  // One page may take either: then its label names the app's code.
  'backup in a heading, not in its label': (_, { own, headings }) =>
    headings.has('backup') && !OWN_FACTOR.some((group) => own.has(group)),
  'security key named': ({ text }, words) =>
    SECURITY_KEY.test(`${text.own} ${text.headings} ${text.above}`) && !saysAuthenticator(words),
  // Codes are called passwords as well: 'one-time' may be said in words that are not known.
  'secret, nothing of a code': (facts, { own }) =>
    own.has('secret') &&
    !own.has('oneTime') &&
    !own.has('factor') &&
    !isMadeForCode(facts) &&
    !isNamedForCode(facts),
  'key to set up with, no code': asksForKey,
  'hidden among passwords': ({ type, passwords }) => type === 'password' && passwords > 1,
  'bare code among others': isBareAmongOthers,
  'made for a second factor, nothing else said': (facts, words) =>
    asksForFactorAlone(facts, words) && isMadeForCode(facts),
  'six digits of a second factor, nothing else said': (facts, words) =>
    asksForFactorAlone(facts, words) && saysSixDigits(facts, words),
  'second factor or a backup code, nothing else said': (facts, words) =>
    asksForFactorAlone(facts, words) && words.actions.some((action) => action.has('backup')),
  'named and made for a second factor, hardly a word said': (facts, words) =>
    isMadeForCode(facts) &&
    isNamedForFactor(facts) &&
    isBare(facts) &&
    asksForOneThing(facts, words),
  'named for a second factor that is asked for, nothing else said': (facts, words) =>
    NAMED_FACTOR.test(facts.text.ids) &&
    isTerse(facts) &&
    asksForOneThing(facts, words) &&
    (saysFactor(words) || words.own.has('authentication') || namesOneTime(words)),
  'nothing of a code': saysNothingOfCode,

  'moment: sign-in': ({ context }) => context.moment === 'sign-in',
  'moment: enrolment': ({ context }) => context.moment === 'enrolment',
};

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.keys forgets the keys' type
export const SIGNAL_NAMES = Object.keys(TESTS) as readonly SignalName[];

/** The names of the signals that hold for `facts`. */
export function signalsOf(
  facts: FieldFacts,
  words: Reading = readText(facts),
): readonly SignalName[] {
  return SIGNAL_NAMES.filter((name) => TESTS[name](facts, words));
}
