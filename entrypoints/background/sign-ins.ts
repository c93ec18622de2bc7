import type { SessionTable } from '../../lib/policy/session-table.ts';
import {
  isSamePromptAgain,
  isUnderWayAt,
  phaseAt,
  signInAfterInput,
  type SignIn,
} from '../../lib/policy/sign-in.ts';
import {
  arrivalIn,
  phaseAfter,
  type PromptArrival,
  type PromptPermission,
  type SignInEvent,
  type SignInPhase,
} from '../../lib/policy/sign-in-table.ts';

interface Place {
  readonly tabId: number;
  readonly siteId: string;
}

export interface Arrived {
  readonly permission: PromptPermission;
  readonly phase: SignInPhase;
  /** The signature of the prompt before, whose code the page now refuses. */
  readonly refusedSignature?: string;
}

/** The log-in of each tab, moved on by the table of lib/policy/sign-in-table.ts. */
export class SignIns {
  readonly #rows: SessionTable<SignIn>;
  readonly #nowMs: () => number;

  constructor(rows: SessionTable<SignIn>, nowMs: () => number) {
    this.#rows = rows;
    this.#nowMs = nowMs;
  }

  async isUnderWay({ tabId, siteId }: Place): Promise<boolean> {
    return isUnderWayAt(await this.#rows.find(String(tabId)), siteId, this.#nowMs());
  }

  /** The user's own input in a log-in form. */
  input({ tabId, siteId }: Place, identity: string | undefined): Promise<void> {
    const key = String(tabId);
    return this.#rows.change((rows) => ({
      ...rows,
      [key]: signInAfterInput(rows[key], siteId, this.#nowMs(), identity),
    }));
  }

  /** A prompt of this shape came into view. */
  async arrive(
    { tabId, siteId }: Place,
    arrival: Exclude<PromptArrival, 'complaining'>,
    shape: string,
    complaint: 'shown' | 'none',
  ): Promise<Arrived> {
    const nowMs = this.#nowMs();
    const signIn = await this.#rows.find(String(tabId));
    const before = phaseAt(signIn, siteId, nowMs);
    const isComplaining = complaint === 'shown' && isSamePromptAgain(signIn, shape, nowMs);
    const { next, permission } = arrivalIn(before, isComplaining ? 'complaining' : arrival);
    if (next !== before) await this.#put(tabId, siteId, () => ({ phase: next }));
    const remembered = signIn?.left?.remembered;
    const isForgotten = permission === 'refuse' && remembered !== undefined;
    return { permission, phase: next, ...(isForgotten ? { refusedSignature: remembered } : {}) };
  }

  async note({ tabId, siteId }: Place, event: SignInEvent): Promise<void> {
    await this.#put(tabId, siteId, (phase) => ({ phase: phaseAfter(phase, event) }));
  }

  /** The code of a prompt came too late for it: the log-in stands as before, and the prompt is gone. */
  async takeBack({ tabId, siteId }: Place, before: SignInPhase): Promise<void> {
    await this.#put(tabId, siteId, () => ({ phase: phaseAfter(before, 'prompt-gone') }));
  }

  /** A prompt that had a code left its page. */
  async noteLeft(
    { tabId, siteId }: Place,
    event: 'prompt-gone' | 'prompt-sent-and-gone',
    left: Omit<NonNullable<SignIn['left']>, 'atMs'>,
  ): Promise<void> {
    await this.#put(tabId, siteId, (phase) => ({
      phase: phaseAfter(phase, event),
      left: { ...left, atMs: this.#nowMs() },
    }));
  }

  /** Changes the log-in of this tab on this site; without one there is nothing to change. */
  #put(
    tabId: number,
    siteId: string,
    next: (phase: SignInPhase) => Pick<SignIn, 'phase'> & Partial<Pick<SignIn, 'left'>>,
  ): Promise<void> {
    const key = String(tabId);
    return this.#rows.change((rows) => {
      const signIn = rows[key];
      if (signIn?.siteId !== siteId) return rows;
      const phase = phaseAt(signIn, siteId, this.#nowMs());
      if (phase === 'none') return rows;
      return { ...rows, [key]: { ...signIn, ...next(phase) } };
    });
  }
}
