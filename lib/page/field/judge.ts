/** What becomes of a page's candidates: who leads, and whether that is enough to fill or to offer. */
import * as fitted from './weights.ts';
import type { SignalName } from './weights.ts';

/**
 * What may happen at a field. fill: the page asks for an authenticator's code,
 * which may be put in without a click. offer: it may be asking for one.
 */
export type FieldVerdict = 'fill' | 'offer';

/** second: as good as another field, or less good than the chosen one. */
export type Verdict = FieldVerdict | 'too-weak' | 'second';

/** What the fit of tests/bench/fields finds; the product uses the one in weights.ts. */
export interface Model {
  readonly weights: Readonly<Record<SignalName, number>>;
  /** Points of every field. */
  readonly bias: number;
  readonly offer: number;
  readonly fill: number;
}

const FITTED: Model = {
  weights: fitted.WEIGHTS,
  // Part of the thresholds already.
  bias: 0,
  offer: fitted.OFFER,
  fill: fitted.FILL,
};

/** To be filled, the best field must lead the next by this, else nobody can say which one is meant. */
const LEAD = 0.75;

/** What the user did before: speaks for offering a code, but not for what this page asks for. */
const MOMENTS: ReadonlySet<SignalName> = new Set(['moment: sign-in', 'moment: enrolment']);

/** Without one of these the page could as well ask for a code that was sent. */
const EVIDENCE: ReadonlySet<SignalName> = new Set([
  'own: second factor',
  'own: authenticator',
  'own: app',
  'own: authentication',
  'one-time, made for a code',
  'own: token',
  'near: token',
  'near: second factor',
  'near: authenticator',
  'near: code from an app',
  'near: authentication',
  'near: scan',
  'below: authenticator',
  'page: second factor',
  'link: backup',
  'named and made for a second factor',
  'named and made for a second factor, hardly a word said',
]);

/** Each says that the page may mean another code, however much else speaks for the app's. */
const DOUBT: ReadonlySet<SignalName> = new Set([
  'contact value beside',
  'countdown',
  'sent, no app',
  'channel, no app',
  'own: channel',
  'id: channel',
  'own: backup',
  'heading: backup',
  'id: backup',
  'own: identity',
  'own: secret',
  'own: another thing',
]);

/** Doubts that an authenticator named beside the field takes away: the user's own address, a word of help below. */
const MILD_DOUBT: ReadonlySet<SignalName> = new Set([
  'contact named',
  'below: another thing',
  'near: another thing',
  'heading: another thing',
  'link: resend',
  'heading: channel',
]);

const NAMES_AUTHENTICATOR: ReadonlySet<SignalName> = new Set([
  'own: authenticator',
  'near: authenticator',
]);

/** Whatever is named beside it, a code was sent. */
const SENT: ReadonlySet<SignalName> = new Set([
  'own: sent',
  'near: sent',
  'below: sent',
  'near: channel',
  'below: channel',
  'masked contact named',
]);

/**
 * Made of other signals, and each enough to rule a field out: points for them
 * would only take away from those of their parts, which must stand on a page that
 * lacks one of the parts.
 */
export const RULING: ReadonlySet<SignalName> = new Set([
  'sent by a channel, no app',
  'channel in a heading, no authenticator',
  'channel in its name, no app',
  'sent to a contact, no authenticator',
  'masked contact, no second factor',
  'sent again, no second factor',
  'backup, no second factor',
  'security key named',
  'bare code among others',
  'secret, nothing of a code',
  'hidden among passwords',
  'nothing of a code',
  'key to set up with, no code',
  'channel beside it, no app',
  'sent in a heading, no second factor',
  'backup in a heading, not in its label',
  'another thing in a heading, no second factor',
]);

/**
 * Made of other signals, and each so seldom wrong that a field which would be
 * offered a code is filled, however few its points: with products left out, no
 * page that asks for another code has one of them beside evidence and without doubt.
 */
export const DECISIVE: ReadonlySet<SignalName> = new Set([
  'made for a second factor, nothing else said',
  'six digits of a second factor, nothing else said',
  'second factor or a backup code, nothing else said',
  'named and made for a second factor, hardly a word said',
  'named for a second factor that is asked for, nothing else said',
]);

/** The page asks for something else, or sent a code, in so many words: not even an offer makes sense. */
const ANOTHER: ReadonlySet<SignalName> = new Set([
  ...RULING,
  'contact beside',
  'sent with a contact',
  'own: only backup',
  'own: identity',
  'another thing, no second factor',
  'telephone by length',
]);

/** The label itself names the code of an authenticator: worth an offer, whatever the rest of the page is about. */
const LABELLED: SignalName = 'own: code of an app';

/** An app that makes codes is named at the field: decisive as well, where nothing was sent. */
const NAMES_APP: ReadonlySet<SignalName> = new Set([
  ...NAMES_AUTHENTICATOR,
  'near: code from an app',
]);

/** A field for a backup code: where one stands beside it, a code is another way in. */
const BACKUP_FIELD: ReadonlySet<SignalName> = new Set(['id: backup', 'own: only backup']);

/** What a label may say that names the code of a second factor, or any. */
const NAMES_CODE: ReadonlySet<SignalName> = new Set(['own: code', 'own: one-time', 'own: token']);

/** The field has no label that names something else: a device may be given a name under the same words. */
const MAY_BE_CODE: ReadonlySet<SignalName> = new Set([
  'own: code',
  'own: one-time',
  'own: authenticator',
  'own: second factor',
  'own: authentication',
  'own: confirmation',
  'unlabelled',
  'one-time-code',
  'six boxes',
  'length 6',
  'six signs',
  'id: time-based',
  'id: second factor',
  'id: one-time',
]);

/** In a form for other things, one of these tells a prompt from a record that a code is a part of. */
const TELLS_PROMPT: ReadonlySet<SignalName> = new Set([
  ...NAMES_APP,
  'password beside',
  'one-time-code',
  'length 6',
  'six signs',
  'six boxes',
  'trust box',
  'square image',
  'near: scan',
]);

const hasAny = (signals: readonly SignalName[], names: ReadonlySet<SignalName>): boolean =>
  signals.some((name) => names.has(name));

/** The page itself says that it asks for an authenticator's code, and nothing that it might not. */
function isEvident(signals: readonly SignalName[]): boolean {
  const isDoubtful =
    hasAny(signals, MILD_DOUBT) && (hasAny(signals, SENT) || !hasAny(signals, NAMES_AUTHENTICATOR));
  const isAmongOthers = signals.includes('with others') || signals.includes('in a long form');
  const isPrompt = !isAmongOthers || hasAny(signals, TELLS_PROMPT);
  return hasAny(signals, EVIDENCE) && !hasAny(signals, DOUBT) && !isDoubtful && isPrompt;
}

/** Pages with two fields, for the app's code and for a backup code, say no more than that. */
function isBesideBackup(
  signals: readonly SignalName[],
  all: readonly (readonly SignalName[])[],
): boolean {
  const against = signals.filter((name) => ANOTHER.has(name) || SENT.has(name) || DOUBT.has(name));
  return (
    all.length === 2 &&
    against.every((name) => name === 'bare code among others') &&
    hasAny(signals, NAMES_CODE) &&
    all.some((other) => other !== signals && hasAny(other, BACKUP_FIELD))
  );
}

const isDecisive = (signals: readonly SignalName[]): boolean =>
  hasAny(signals, DECISIVE) ||
  (signals.includes('app, nothing sent') &&
    hasAny(signals, NAMES_APP) &&
    hasAny(signals, MAY_BE_CODE));

export function scoreOf(signals: readonly SignalName[], { weights, bias } = FITTED): number {
  return signals.reduce((sum, name) => sum + weights[name], bias);
}

/** The verdicts on all candidates of a page, in their order. */
export function judge(
  candidates: readonly (readonly SignalName[])[],
  model = FITTED,
): readonly Verdict[] {
  const scores = candidates.map((signals) => scoreOf(signals, model));
  const [best = -Infinity, next = -Infinity] = scores.toSorted((one, two) => two - one);
  return candidates.map((signals, at) => {
    const score = scores[at] ?? -Infinity;
    const isAnother = score < model.offer || hasAny(signals, ANOTHER);
    const isWorthOffer = signals.includes(LABELLED) || isBesideBackup(signals, candidates);
    if (isAnother && !isWorthOffer) return 'too-weak';
    if (score < best || best === next) return 'second';
    if (isAnother) return 'offer';
    const own = signals.filter((name) => !MOMENTS.has(name));
    const isEnough = scoreOf(own, model) >= model.fill || isDecisive(own);
    return isEnough && best - next >= LEAD && isEvident(own) ? 'fill' : 'offer';
  });
}
