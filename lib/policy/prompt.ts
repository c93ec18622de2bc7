import * as v from 'valibot';
import { PROMPT_DECISIONS, type PromptDecision } from './prompt-decision.ts';
import { SIGN_IN_PHASES, type SignInPhase } from './sign-in-table.ts';

/** A 2FA prompt a page reported, in one document. */
export interface Prompt {
  readonly tabId: number;
  readonly frameId: number;
  readonly documentId?: string;
  readonly origin: string;
  readonly siteId: string;
  readonly seenMs: number;
  /**
   * waiting: nothing was given yet. locked: the button 'Unlock' shows. served: a
   * code is on its way, the page script has not said what became of it. done: it
   * has. refused: the page would not have the code. A prompt is served once by
   * itself; after that only an act of the user may serve it.
   */
  readonly state: PromptState;
  /** What it may get without an act of the user; absent where he pointed at the field. */
  readonly decision?: PromptDecision;
  /** The phase of the log-in when it came into view. */
  readonly phase?: SignInPhase;
  /** What its field looks like: the page asks again by a field of the same shape. */
  readonly shape?: string;
  /** How many characters fit into its field. */
  readonly room?: { readonly least: number; readonly most: number };
  /** The keyed hash to remember it by; absent where nothing is in doubt, or a code was sent. */
  readonly signature?: string;
  /** The user pressed the button of an offer. */
  readonly offer?: 'taken';
  /** Whose code was served, and its RFC 6238 counter. */
  readonly served?: { readonly accountId: string; readonly counter: number };
  /** The user asked for a code here with his own hands, and perhaps for which account. */
  readonly chosen?: { readonly accountId?: string; readonly atMs: number };
}

export type PromptState = 'waiting' | 'locked' | 'served' | 'done' | 'refused';

/** How long a choice in the popup speaks for its prompt: one step and some. */
export const CHOSEN_MS = 150_000;

/** The prompts of one tab, newest first. */
export function promptsOf(
  rows: Readonly<Record<string, Prompt>>,
  tabId: number,
): readonly (readonly [string, Prompt])[] {
  return Object.entries(rows)
    .filter(([, prompt]) => prompt.tabId === tabId)
    .toSorted(([, one], [, other]) => other.seenMs - one.seenMs);
}

/** A page that reports new prompts for ever fills no more than this. */
const MOST_OF_TAB = 50;

/** The rows with `prompt`, and without the oldest of its tab where these are too many. */
export function withNewest(
  rows: Readonly<Record<string, Prompt>>,
  promptId: string,
  prompt: Prompt,
): Readonly<Record<string, Prompt>> {
  const next = { ...rows, [promptId]: prompt };
  const old = new Set(
    promptsOf(next, prompt.tabId)
      .slice(MOST_OF_TAB)
      .map(([id]) => id),
  );
  return old.size === 0
    ? next
    : Object.fromEntries(Object.entries(next).filter(([id]) => !old.has(id)));
}

const schema = v.object({
  tabId: v.number(),
  frameId: v.number(),
  documentId: v.exactOptional(v.string()),
  origin: v.string(),
  siteId: v.string(),
  seenMs: v.number(),
  state: v.picklist(['waiting', 'locked', 'served', 'done', 'refused']),
  served: v.exactOptional(v.object({ accountId: v.string(), counter: v.number() })),
  decision: v.exactOptional(v.picklist(PROMPT_DECISIONS)),
  phase: v.exactOptional(v.picklist(SIGN_IN_PHASES)),
  shape: v.exactOptional(v.string()),
  room: v.exactOptional(v.object({ least: v.number(), most: v.number() })),
  signature: v.exactOptional(v.string()),
  offer: v.exactOptional(v.literal('taken')),
  chosen: v.exactOptional(v.object({ accountId: v.exactOptional(v.string()), atMs: v.number() })),
});

export function parsePrompt(value: unknown): Prompt | undefined {
  const result = v.safeParse(schema, value);
  return result.success ? result.output : undefined;
}
