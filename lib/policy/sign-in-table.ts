/**
 * The log-in of one tab as a state machine: a table of event by phase, without
 * a browser or a clock. SECURITY.md shows the same table to readers.
 */

/**
 * none: nobody has signed in. begun: the user typed or pressed in a log-in form.
 * asked: a prompt is in view. filled: a code stands in it. left: the prompt went
 * with a code in it, and nothing was seen being sent. accepted: it went, and the
 * page took the code. refused: the page would not have the code. over: the
 * page goes on to something else.
 */
export const SIGN_IN_PHASES = [
  'none',
  'begun',
  'asked',
  'filled',
  'left',
  'accepted',
  'refused',
  'over',
] as const;
export type SignInPhase = (typeof SIGN_IN_PHASES)[number];

/** What happens in the log-in form and to a prompt's code. */
export type SignInEvent =
  /** The user typed an e-mail or user name in a log-in form. */
  | 'identity-typed'
  /** He typed or pressed there without naming himself anew. */
  | 'form-used'
  /** A code left us for a prompt. */
  | 'code-given'
  /** The page says that the code is wrong. */
  | 'code-refused'
  /** The prompt left its page, or the page was left. */
  | 'prompt-gone'
  /** The same, and the page took the code: ours, or one that the user typed. */
  | 'prompt-sent-and-gone';

/** How a prompt comes into view. */
export type PromptArrival =
  /** In the document that stood there, or in one that was reloaded. */
  | 'here'
  /** The first prompt of a document that a link or a form led to. */
  | 'navigated'
  /** Of the same shape as the one before, with a complaint of the page, soon after. */
  | 'complaining';

/** fill: by itself. offer: one press of the user. refuse: say that the last code was wrong. */
export type PromptPermission = 'fill' | 'offer' | 'refuse';

const EVENTS: Readonly<Record<SignInPhase, Partial<Record<SignInEvent, SignInPhase>>>> = {
  none: { 'identity-typed': 'begun', 'form-used': 'begun' },
  begun: { 'identity-typed': 'begun', 'form-used': 'begun', 'code-given': 'filled' },
  asked: {
    'identity-typed': 'begun',
    'code-given': 'filled',
    'prompt-gone': 'begun',
    'prompt-sent-and-gone': 'accepted',
  },
  // One form may ask for name, password and code: typing in it does not undo the fill.
  filled: {
    'code-given': 'filled',
    'code-refused': 'refused',
    'prompt-gone': 'left',
    'prompt-sent-and-gone': 'accepted',
  },
  left: { 'identity-typed': 'begun', 'code-given': 'filled', 'code-refused': 'refused' },
  accepted: {
    'identity-typed': 'begun',
    'form-used': 'begun',
    'code-given': 'filled',
    'code-refused': 'refused',
  },
  // Wrong codes count towards a lock: only a new attempt of the user's, or his press, goes on.
  refused: {
    'identity-typed': 'begun',
    'code-given': 'filled',
    'prompt-sent-and-gone': 'accepted',
  },
  over: { 'identity-typed': 'begun', 'form-used': 'begun', 'code-given': 'filled' },
};

interface Arrived {
  readonly next: SignInPhase;
  readonly permission: PromptPermission;
}

const FILL: Arrived = { next: 'asked', permission: 'fill' };
const OFFER: Arrived = { next: 'over', permission: 'offer' };
const REFUSE: Arrived = { next: 'refused', permission: 'refuse' };

const ARRIVALS: Readonly<Record<SignInPhase, Readonly<Record<PromptArrival, Arrived>>>> = {
  none: {
    here: { next: 'none', permission: 'offer' },
    navigated: { next: 'none', permission: 'offer' },
    complaining: { next: 'none', permission: 'offer' },
  },
  // What complains then speaks of the password before.
  begun: { here: FILL, navigated: FILL, complaining: FILL },
  asked: { here: FILL, navigated: FILL, complaining: FILL },
  // A second prompt while the first one holds a code.
  filled: {
    here: { next: 'filled', permission: 'offer' },
    navigated: { next: 'filled', permission: 'offer' },
    complaining: REFUSE,
  },
  // A prompt that is reloaded or opened again asks for the code that it did not send.
  left: { here: FILL, navigated: OFFER, complaining: REFUSE },
  accepted: { here: OFFER, navigated: OFFER, complaining: REFUSE },
  refused: { here: REFUSE, navigated: REFUSE, complaining: REFUSE },
  over: { here: OFFER, navigated: OFFER, complaining: OFFER },
};

/** The phase after `event`; what is not in the table changes nothing. */
export function phaseAfter(phase: SignInPhase, event: SignInEvent): SignInPhase {
  return EVENTS[phase][event] ?? phase;
}

/** What a prompt that comes into view may get, and the phase after it. */
export function arrivalIn(phase: SignInPhase, arrival: PromptArrival): Arrived {
  return ARRIVALS[phase][arrival];
}

/** Whether a log-in is under way: the finder counts that as evidence. */
export function isUnderWay(phase: SignInPhase): boolean {
  return phase !== 'none' && phase !== 'accepted' && phase !== 'over';
}
