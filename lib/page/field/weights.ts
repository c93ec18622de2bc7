/**
 * What each signal of the field finder weighs; signals.ts says when it holds.
 * Pure data, because lib/protocol reads the names as well. The weights were set
 * by hand and corrected by a logistic regression over page records; how good
 * they are on other pages, `npm run bench:fields` says.
 */
export const WEIGHTS = {
  'one-time-code': 3,
  'six boxes': 4,
  'seven or eight boxes': 2,
  'length 6': 2.5,
  'length 7 or 8': 1.5,
  'length 9 to 12': 1,
  long: -1.5,
  'size 6 to 8': 1,
  'six signs': 2,
  'digits by pattern': 1.5,
  'digits by keyboard': 1.25,
  'digits by type': 0.5,
  'masked type': -2,
  alone: 1,
  'with others': -0.5,
  'in a long form': -1.75,
  'password beside': -0.5,
  'passwords beside': -1.25,
  'address beside': -3,
  'square image': 1.5,
  'trust box': 1,
  'own: second factor': 4,
  'own: one-time': 2.5,
  'own: code': 1.75,
  'own: authentication': 1.5,
  'own: app': 1.25,
  'own: sent': -5,
  'own: backup': -5,
  'own: only backup': -5,
  'own: other': -4,
  'own: device': -1.5,
  'own: device alone': -2,
  'said: second factor': 2.5,
  'said: authenticator': 2,
  'six digits said': 1,
  'said: one-time': 1.5,
  'said: code from an app': 1.5,
  'said: scan': 1.5,
  'said: another thing': -10,
  'said: sent': -3,
  'said: channel': -2,
  'said: masked address': -3,
  'said: sent to a masked address': -4,
  'said: backup': -3,
  'said: again': -3,
  'title: second factor': 1,
  'id: second factor': 2,
  'id: code': 1,
  'id: channel': -4,
  'id: backup': -5,
  'id: other': -3,
  'moment: sign-in': 2,
  'moment: enrolment': 2.5,
} as const satisfies Readonly<Record<string, number>>;

export type SignalName = keyof typeof WEIGHTS;

/** A field scoring less is left alone. */
export const THRESHOLD = 5.5;
/** The best field must lead the next by this, else nobody can say which one is meant. */
export const LEAD = 0.75;
