/** One 2FA prompt from its first sight to its end. */
import type { Chip } from './badge.ts';
import { inputsOf, type CodeField } from '../field/code-field.ts';
import { fillCode } from '../fill/fill.ts';
import { watchSent, type SentSince } from '../dom/watch-requests.ts';
import { pressSubmit } from '../fill/submit.ts';
import { watchVerdict } from './watch-rejection.ts';

/** A code to put in, dead at `validUntilMs` (Unix time). */
export interface GivenCode {
  readonly digits: string;
  readonly validUntilMs: number;
}

/** once: the page's own button is pressed after filling, at most once a prompt. */
export type Submit = 'never' | 'once';

export type PromptStep =
  | { readonly kind: 'fill'; readonly code: GivenCode; readonly submit: Submit }
  | { readonly kind: 'wait'; readonly untilMs: number }
  | { readonly kind: 'locked' }
  | { readonly kind: 'choose' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'none' };

export type PromptEnd = 'filled' | 'not-filled' | 'refused' | 'gone' | 'sent-and-gone';

/** The background, as far as a prompt needs it. Rejects once the extension was updated under us. */
export interface PromptDesk {
  readonly seen: (promptId: string) => Promise<PromptStep>;
  readonly outcome: (promptId: string, outcome: PromptEnd) => Promise<unknown>;
  readonly findField: () => CodeField | undefined;
  readonly nowMs: () => number;
}

/** So long after a fill a replaced field is still the page's re-render of the same prompt. */
const RERENDER_MS = 3000;

interface Filled {
  readonly code: GivenCode;
  readonly atMs: number;
  readonly sent: SentSince;
  readonly refill: 'open' | 'used';
  readonly submit: Submit;
}

export class PromptFlow {
  readonly #desk: PromptDesk;
  readonly #chip: Chip;
  #promptId: string | undefined;
  #field: CodeField | undefined;
  #step: PromptStep['kind'] | 'asking' | 'filling' | 'over' = 'none';
  /** The user signed in while an answer was on its way, which may not know of it. */
  #isStale = false;
  #filled: Filled | undefined;
  /** What we put into which field of this document; dead codes, of no use to anyone. */
  readonly #ours = new WeakMap<object, string>();
  #chosenBy: 'page' | 'user' = 'page';
  #isSubmitted = false;
  #shown: PromptStep | undefined;
  #wait: ReturnType<typeof setTimeout> | undefined;
  #verdict = new AbortController();

  constructor(desk: PromptDesk, chip: Chip) {
    this.#desk = desk;
    this.#chip = chip;
  }

  get promptId(): string | undefined {
    return this.#promptId;
  }

  /** A field came into view, or the prompt's field was replaced by the page. */
  async field(field: CodeField): Promise<void> {
    const known = this.#promptId;
    // The field the user pointed at himself stays the one.
    if (known !== undefined && this.#chosenBy === 'user' && isConnected(this.#field)) return;
    this.#field = field;
    if (known === undefined) return this.#begin('page');
    const filled = this.#filled;
    // What the chip says goes on at the field that stands there now.
    if (!filled && this.#shown) return this.#serve(this.#shown, 'by-itself');
    if (!filled || filled.refill === 'used' || isFilledIn(field)) return;
    const isRerender = this.#desk.nowMs() - filled.atMs < RERENDER_MS;
    // After anything was sent an empty field asks for another code: this one would be sent twice.
    if (!isRerender || filled.sent.state() === 'sent') return;
    this.#filled = { ...filled, refill: 'used' };
    await this.#put(filled.code, filled.submit);
  }

  /** The user pointed at `input` and asked for a code there, whatever the finder thinks of it. */
  async insert(input: HTMLInputElement): Promise<void> {
    await this.gone();
    this.#field = { kind: 'single', input };
    await this.#begin('user');
  }

  async #begin(chosenBy: 'page' | 'user'): Promise<void> {
    this.#promptId = newPromptId();
    this.#chosenBy = chosenBy;
    await this.#ask();
  }

  /** The field left the page, or the page was left. */
  async gone(): Promise<void> {
    const promptId = this.#promptId;
    const isSent = this.#filled?.sent.state() === 'sent';
    this.#reset();
    if (promptId !== undefined)
      await this.#desk.outcome(promptId, isSent ? 'sent-and-gone' : 'gone');
  }

  /** The user signed in beside a prompt that had nothing to show yet. */
  async askAgain(): Promise<void> {
    if (this.#step === 'asking') this.#isStale = true;
    else if (this.#step === 'none' || this.#step === 'choose') await this.#ask();
  }

  /** A code the user asked for in our own window. */
  async fill(promptId: string, code: GivenCode, submit: Submit): Promise<void> {
    if (promptId === this.#promptId) await this.#serve({ kind: 'fill', code, submit }, 'by-hand');
  }

  async wait(promptId: string, untilMs: number): Promise<void> {
    if (promptId === this.#promptId) await this.#serve({ kind: 'wait', untilMs }, 'by-itself');
  }

  async #ask(): Promise<void> {
    const promptId = this.#promptId;
    if (promptId === undefined || !this.#field) return;
    // Digits the user is typing himself are his.
    if (this.#chosenBy === 'page' && this.#isTyped(this.#field)) return;
    this.#step = 'asking';
    this.#isStale = false;
    const step = await this.#desk.seen(promptId);
    if (promptId !== this.#promptId) return;
    const isHelpless = step.kind === 'none' || step.kind === 'choose';
    if (isHelpless && this.#isStale) return this.#ask();
    if (step.kind === 'refused') return this.#refused();
    await this.#serve(step, this.#chosenBy === 'user' ? 'by-hand' : 'by-itself');
  }

  async #serve(step: PromptStep, act: 'by-itself' | 'by-hand'): Promise<void> {
    clearTimeout(this.#wait);
    const field = this.#field;
    if (!field) return;
    this.#step = step.kind;
    this.#shown = step.kind === 'fill' ? undefined : step;
    switch (step.kind) {
      case 'none':
        this.#chip.hide();
        return;
      case 'locked':
      case 'choose':
      case 'refused':
        this.#chip.show(field, step);
        return;
      case 'wait': {
        this.#chip.show(field, { kind: 'waiting', untilMs: step.untilMs });
        const restMs = Math.max(0, step.untilMs - this.#desk.nowMs());
        this.#wait = setTimeout(() => void this.#ask().catch(ignore), restMs + 50);
        return;
      }
      case 'fill':
        if (act === 'by-itself' && this.#isTyped(field)) return;
        await this.#put(step.code, step.submit);
    }
  }

  async #put(code: GivenCode, submit: Submit): Promise<void> {
    const [promptId, field] = [this.#promptId, this.#field];
    if (promptId === undefined || !field) return;
    // Late: the page's server would refuse it.
    if (this.#desk.nowMs() >= code.validUntilMs) return this.#ask();
    this.#step = 'filling';
    this.#verdict.abort();
    this.#verdict = new AbortController();
    const { signal } = this.#verdict;
    const sent = watchSent();
    signal.addEventListener('abort', sent.stop);
    this.#filled ??= { code, atMs: this.#desk.nowMs(), sent, refill: 'open', submit };
    watchVerdict(
      () => this.#field,
      () => void this.#refused().catch(ignore),
      signal,
    );
    this.#ours.set(inputsOf(field)[0] ?? field, code.digits);
    const outcome = await fillCode(field, code.digits, { find: this.#desk.findField });
    if (promptId !== this.#promptId) return;
    this.#step = 'over';
    const now = this.#field ?? field;
    if (outcome === 'filled') this.#chip.show(now, { kind: 'filled' });
    else this.#chip.show(now, { kind: 'to-copy', digits: code.digits });
    const told = this.#desk.outcome(promptId, outcome);
    // A page that sends by itself on the last digit has sent already.
    if (outcome === 'filled' && submit === 'once' && sent.state() === 'nothing') {
      if (!this.#isSubmitted) await pressSubmit(now);
      this.#isSubmitted = true;
    }
    await told;
  }

  async #refused(): Promise<void> {
    const promptId = this.#promptId;
    if (promptId === undefined || !this.#field) return;
    this.#filled = undefined;
    await this.#serve({ kind: 'refused' }, 'by-itself');
    await this.#desk.outcome(promptId, 'refused');
  }

  /** Digits that are not ours. A page that comes back from the cache still holds our old code. */
  #isTyped(field: CodeField): boolean {
    const digits = inputsOf(field).map((input) => input.value);
    return isFilledIn(field) && digits.join('') !== this.#ours.get(inputsOf(field)[0] ?? field);
  }

  #reset(): void {
    clearTimeout(this.#wait);
    this.#verdict.abort();
    this.#chip.hide();
    this.#filled?.sent.stop();
    this.#promptId = undefined;
    this.#field = undefined;
    this.#filled = undefined;
    this.#isSubmitted = false;
    this.#shown = undefined;
    this.#step = 'none';
  }
}

/** 128 random bits. Pages without TLS (VMS Local) have no crypto.randomUUID. */
function newPromptId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function isConnected(field: CodeField | undefined): boolean {
  return field !== undefined && inputsOf(field).every((input) => input.isConnected);
}

function isFilledIn(field: CodeField): boolean {
  return inputsOf(field).some((input) => input.value !== '');
}

function ignore(): void {}
