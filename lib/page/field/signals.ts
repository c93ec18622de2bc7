/** Every signal of the field finder with its test; weights.ts holds their names and what they weigh. */
import { accepts, type FieldFacts } from './facts.ts';
import { WEIGHTS, type SignalName } from './weights.ts';
import * as words from './words.ts';

/** An address or a phone number of the user's with dots or stars in place of letters or digits. */
const MASKED = /[*•·x]{2,}[^\s@]*@|@[^\s.]*[*•]{2}|\w[*•]{2,}\w*@|[*•x]{2,}[\s-]*\d{2,4}(?!\d)/u;

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

/** What stands round the field, without its own label. */
const said = ({ text }: FieldFacts): string => `${text.headings} ${text.prose}`;
const namesFactor = ({ text }: FieldFacts): boolean => words.SECOND_FACTOR.test(text.own);
const saysFactor = (facts: FieldFacts): boolean => words.SECOND_FACTOR.test(said(facts));
const isDevice = (facts: FieldFacts): boolean =>
  !namesFactor(facts) && words.DEVICE.test(facts.text.own);
/** Only a single field has a length of its own. */
const isLength = (facts: FieldFacts, least: number, most: number): boolean =>
  facts.boxes === 1 && facts.maxLength >= least && facts.maxLength <= most;

const TESTS: Readonly<Record<SignalName, (facts: FieldFacts) => boolean>> = {
  'one-time-code': (facts) => facts.autocomplete.includes('one-time-code'),
  'six boxes': (facts) => facts.boxes === 6 || facts.drawn === 6,
  'seven or eight boxes': (facts) => facts.boxes > 6 || facts.drawn > 6,
  'length 6': (facts) => isLength(facts, 6, 6),
  'length 7 or 8': (facts) => isLength(facts, 7, 8),
  'length 9 to 12': (facts) => isLength(facts, 9, 12),
  long: (facts) => isLength(facts, 41, Infinity) || (facts.boxes === 1 && facts.minLength > 6),
  'size 6 to 8': ({ boxes, size }) => boxes === 1 && size >= 6 && size <= 8,
  'six signs': ({ boxes, placeholder }) => boxes === 1 && showsSixSigns(placeholder.trim()),
  'digits by pattern': takesDigitsOnly,
  'digits by keyboard': (facts) => /numeric|decimal/.test(facts.inputMode),
  'digits by type': (facts) => /tel|number/.test(facts.type),
  'masked type': (facts) => facts.boxes === 1 && facts.type === 'password',

  alone: (facts) => facts.others === 0,
  'with others': (facts) => facts.others > 0 && facts.others < 3,
  'in a long form': (facts) => facts.others >= 3,
  'password beside': (facts) => facts.passwords === 1,
  'passwords beside': (facts) => facts.passwords > 1,
  'address beside': (facts) => facts.addresses > 0 && facts.passwords === 0,
  'square image': (facts) => facts.squareImage === 'shown',
  'trust box': (facts) => facts.trustBox === 'shown',

  'own: second factor': namesFactor,
  'own: one-time': (facts) => words.ONE_TIME.test(facts.text.own) && !namesFactor(facts),
  'own: code': ({ text }) => words.CODE.test(text.own),
  'own: authentication': ({ text }) => words.AUTHENTICATION.test(text.own),
  'own: app': ({ text }) => words.APP.test(text.own),
  'own: sent': ({ text }) => words.SENT.test(text.own) || words.CHANNEL.test(text.own),
  'own: backup': ({ text }) => words.BACKUP.test(text.own),
  // One field may take either: only a label that names nothing else is a backup code's.
  'own: only backup': (facts) =>
    words.BACKUP.test(facts.text.own) &&
    !namesFactor(facts) &&
    !words.APP.test(facts.text.own) &&
    !words.AUTHENTICATION.test(facts.text.own),
  'own: other': (facts) =>
    !namesFactor(facts) && words.OTHER.test(facts.text.own.replace(words.ONE_TIME, '')),
  'own: device': isDevice,
  'own: device alone': (facts) => isDevice(facts) && !saysFactor(facts),

  'said: second factor': saysFactor,
  'said: authenticator': (facts) => words.AUTHENTICATOR.test(said(facts)),
  'six digits said': (facts) => {
    const all = `${facts.text.own} ${said(facts)}`;
    return words.SIX.test(all) && words.CODE.test(all);
  },
  'said: one-time': (facts) => !saysFactor(facts) && words.ONE_TIME.test(said(facts)),
  'said: code from an app': (facts) => words.APP.test(said(facts)) && words.CODE.test(said(facts)),
  'said: scan': (facts) => words.SCAN.test(said(facts)),
  'said: another thing': (facts) => words.OTHER_THING.test(`${said(facts)} ${facts.text.own}`),
  'said: sent': (facts) => words.SENT.test(said(facts)),
  'said: channel': (facts) => words.CHANNEL.test(said(facts)),
  'said: masked address': (facts) => MASKED.test(said(facts)),
  'said: sent to a masked address': (facts) =>
    words.SENT.test(said(facts)) && MASKED.test(said(facts)),
  'said: backup': (facts) =>
    words.BACKUP.test(facts.text.headings) ||
    (!saysFactor(facts) && words.BACKUP.test(said(facts))),
  'said: again': ({ text }) => words.AGAIN.test(text.actions),
  'title: second factor': ({ title }) => words.SECOND_FACTOR.test(title),

  'id: second factor': ({ text }) => words.ID_SECOND_FACTOR.test(text.ids),
  'id: code': ({ text }) => words.ID_CODE.test(text.ids),
  'id: channel': ({ text }) => words.ID_CHANNEL.test(text.ids),
  'id: backup': ({ text }) => words.ID_BACKUP.test(text.ids),
  'id: other': ({ text }) => words.ID_OTHER.test(text.ids),

  'moment: sign-in': ({ context }) => context.moment === 'sign-in',
  'moment: enrolment': ({ context }) => context.moment === 'enrolment',
};

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.keys forgets the keys' type
const NAMES = Object.keys(TESTS) as readonly SignalName[];

/** The names of the signals that hold for `facts`. */
export function signalsOf(facts: FieldFacts): readonly SignalName[] {
  return NAMES.filter((name) => TESTS[name](facts));
}

export function scoreOf(signals: readonly SignalName[]): number {
  return signals.reduce((sum, name) => sum + WEIGHTS[name], 0);
}
