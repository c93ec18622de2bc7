/** One 2FA prompt from its first sight to its end. */
import type { Submit } from '../../policy/site-book.ts';
import type { FieldPlace } from '../../policy/window-place.ts';
import type { PromptAnswer, ReleasedCode } from '../../protocol/page-messages.ts';
import type { CodeField } from '../field/code-field.ts';
import type { FoundField } from '../field/find-field.ts';
import { fillCode } from '../fill/fill.ts';
import type { PromptBackend, PushedAnswer } from './backend.ts';
import { viewAfter, type BadgeView } from './badge-view.ts';
import type { Badge } from './badge.ts';
import { factsOf, isConnected, isOtherPrompt } from './facts.ts';
import { FilledCode, outcomeOf, OwnDigits, type PromptEnd } from './filled-code.ts';
import { PressOnce } from './press-once.ts';
import { newPromptId } from './prompt-id.ts';
import { callAt } from './call-at.ts';
import { Renewal } from './renewal.ts';
import { isHelpless, PromptStep } from './step.ts';
import { isAlone, LogInGate } from './log-in-form.ts';
import { UserActWatcher } from './user-act.ts';
import { RejectionWatcher } from './watch-rejection.ts';

export class PromptFlow {
  readonly #backend: PromptBackend;
  readonly #badge: Pick<Badge, 'show' | 'hide'>;
  readonly #ownDigits = new OwnDigits();
  readonly #gate = new LogInGate();
  #promptId: string | undefined;
  #field: CodeField | undefined;
  /** What the finder says of the field; undefined where the user pointed at it. */
  #found: FoundField | undefined;
  readonly #step = new PromptStep();
  /** The user signed in while an answer was on its way, which may not know of it. */
  #isStale = false;
  #given: FilledCode | undefined;
  readonly #acts = new UserActWatcher(() => this.#field);
  #view: BadgeView | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #ending = new AbortController();
  readonly #askLater = (): void => void this.#ask().catch(() => {});
  readonly #rejection = new RejectionWatcher({
    field: () => this.#field,
    onAnswer: (answer) => void this.#onAnswer(answer).catch(() => {}),
  });
  readonly #renewal = new Renewal({
    nowMs: () => this.#backend.nowMs(),
    isStanding: (given) =>
      this.#given === given &&
      !this.#press.isPressed &&
      this.#acts.act !== 'send' &&
      given.standsIn(this.#field),
    renew: (given) => this.#renew(given),
  });
  readonly #press = new PressOnce(this.#renewal);

  constructor(backend: PromptBackend, badge: Pick<Badge, 'show' | 'hide'>) {
    this.#backend = backend;
    this.#badge = badge;
  }

  get promptId(): string | undefined {
    return this.#promptId;
  }

  /** A field came into view, or the prompt's field was replaced by the page. */
  async field(found: FoundField): Promise<void> {
    // The field that the user pointed at himself stays the one.
    if (this.#promptId !== undefined && !this.#found && isConnected(this.#field)) return;
    if (isOtherPrompt(this.#field, found.field)) await this.gone();
    this.#found = found;
    this.#field = found.field;
    if (this.#promptId === undefined) return this.#begin();
    const given = this.#given;
    // What the badge says goes on at the field that stands there now.
    if (!given && this.#view) this.#badge.show(found.field, this.#view);
    if (given?.takeRefill(found.field) === 'refill') await this.#put(given.code, given.submit);
  }

  /** The user pointed at `input` and asked for a code there, whatever the finder says of it. */
  async insert(input: HTMLInputElement): Promise<void> {
    await this.gone();
    this.#field = { kind: 'single', input };
    await this.#begin();
  }

  async gone(end: PromptEnd = 'taken-away'): Promise<void> {
    const [promptId, field, given] = [this.#promptId, this.#field, this.#given];
    const [{ act }, { isPressed }] = [this.#acts, this.#press];
    this.#reset();
    if (promptId === undefined || !field) return;
    const typed = this.#ownDigits.typedIn(field);
    const outcome = outcomeOf({ end, typed, given, act, isPressed });
    if (outcome === 'sent-and-gone') this.#backend.signInOver();
    await this.#backend.outcome(promptId, outcome);
  }

  /** The user signed in beside a prompt that could not be filled yet. */
  async askAgain(): Promise<void> {
    if (this.#step.now === 'asking') this.#isStale = true;
    else if (isHelpless(this.#step.now)) await this.#ask();
  }

  async push(promptId: string, step: PushedAnswer): Promise<void> {
    if (promptId !== this.#promptId) return;
    await this.#serve(step, step.kind === 'fill' ? 'by-hand' : 'by-itself');
  }

  /** The user pressed the badge's button. */
  async take(press: 'fill' | 'use-site-clock'): Promise<void> {
    const promptId = this.#promptId;
    // A double click is one press.
    if (promptId === undefined || this.#step.isUnderWay) return;
    const step = await this.#step.ask(this.#backend.take(promptId, press), this.#step.now);
    if (promptId === this.#promptId) await this.#serve(step, 'by-hand');
  }

  /** The user pressed the badge's button that opens a window of ours. */
  async open(at: FieldPlace | undefined): Promise<void> {
    const promptId = this.#promptId;
    if (promptId === undefined) return;
    const where = await this.#backend.open(promptId, at);
    if (where === 'toolbar' && promptId === this.#promptId && this.#field)
      this.#show(this.#field, { kind: 'toolbar' });
  }

  async #begin(): Promise<void> {
    this.#promptId = newPromptId();
    this.#ending = new AbortController();
    this.#acts.watch(this.#ending.signal);
    await this.#ask();
  }

  async #ask(): Promise<void> {
    const [promptId, field] = [this.#promptId, this.#field];
    if (promptId === undefined || !field) return;
    // Digits that the user types himself are his.
    if (this.#found && this.#ownDigits.isTyped(field)) return;
    this.#isStale = false;
    const step = await this.#step.ask(this.#report(promptId, field), 'none');
    if (promptId !== this.#promptId) return;
    if (isHelpless(step.kind) && this.#isStale) return this.#ask();
    await this.#serve(step, this.#found ? 'by-itself' : 'by-hand');
  }

  #report(promptId: string, field: CodeField): Promise<PromptAnswer> {
    if (!this.#found) return this.#backend.report(promptId, undefined);
    const onReady = (): void => void this.askAgain().catch(() => {});
    const readiness = this.#gate.readinessOf(field, onReady, this.#ending.signal);
    return this.#backend.report(promptId, factsOf(this.#found, readiness));
  }

  async #serve(step: PromptAnswer, act: 'by-itself' | 'by-hand'): Promise<void> {
    clearTimeout(this.#timer);
    const field = this.#field;
    if (!field) return;
    this.#step.now = step.kind;
    switch (step.kind) {
      case 'none':
        this.#view = undefined;
        this.#badge.hide();
        return;
      case 'locked':
      case 'choose':
      case 'offer':
      case 'refused':
        return this.#show(field, step);
      case 'wait':
        this.#show(field, { kind: 'waiting', untilMs: step.untilMs });
        this.#timer = callAt(step.untilMs, this.#backend.nowMs(), this.#askLater);
        return;
      case 'fill':
        if (act === 'by-itself' && this.#ownDigits.isTyped(field)) return;
        await this.#put(step.code, step.submit);
    }
  }

  #show(field: CodeField, view: BadgeView): void {
    this.#view = view;
    this.#badge.show(field, view);
  }

  async #put(code: ReleasedCode, submit: Submit): Promise<void> {
    const [promptId, field] = [this.#promptId, this.#field];
    if (promptId === undefined || !field) return;
    // Late: the page's server would refuse it.
    if (this.#backend.nowMs() >= code.validUntilMs) return this.#ask();
    this.#step.now = 'filling';
    this.#view = undefined;
    this.#rejection.start();
    const given = this.#given?.code === code ? this.#given : new FilledCode(field, code, submit);
    if (this.#given !== given) this.#given?.sent.stop();
    this.#acts.reset();
    this.#given = given;
    this.#ownDigits.note(field, code.digits);
    const find = (): CodeField | undefined => this.#backend.findField()?.field;
    const outcome = await fillCode(field, code.digits, { find });
    given.outcome = outcome;
    if (promptId !== this.#promptId) return;
    this.#step.now = 'filled';
    this.#badge.show(this.#field ?? field, viewAfter(outcome, code.digits));
    const told = this.#backend.outcome(promptId, outcome);
    if (outcome === 'filled') {
      this.#renewal.start(given, isAlone(field) ? 'alone' : 'in-a-form');
      await this.#press.press(given, () => (this.#given === given ? this.#field : undefined));
    }
    await told;
  }

  async #renew(given: FilledCode): Promise<PromptAnswer> {
    const promptId = this.#promptId;
    if (promptId === undefined) return { kind: 'none' };
    const step = await this.#backend.renew(promptId);
    if (step.kind === 'fill' && this.#given === given) await this.#put(step.code, given.submit);
    return step;
  }

  /** The page did not take the code: the background says what the badge offers now. */
  async #onAnswer(answer: 'refused' | 'asks-again'): Promise<void> {
    const [promptId, field] = [this.#promptId, this.#field];
    if (promptId === undefined || !field) return;
    this.#renewal.stop();
    this.#given?.sent.stop();
    this.#given = undefined;
    this.#acts.reset();
    if (answer === 'refused') await this.#backend.outcome(promptId, 'refused');
    // The page may show another prompt by now, of which this answer says nothing.
    if (promptId !== this.#promptId) return;
    const step = await this.#report(promptId, field);
    if (promptId !== this.#promptId) return;
    await this.#serve(step, 'by-itself');
    const aheadMs = answer === 'refused' ? await this.#backend.compareClocks() : undefined;
    if (promptId !== this.#promptId || this.#step.now !== 'refused') return;
    if (aheadMs !== undefined) this.#show(this.#field ?? field, { kind: 'clock', aheadMs });
  }

  #reset(): void {
    clearTimeout(this.#timer);
    this.#renewal.stop();
    this.#ending.abort();
    this.#rejection.stop();
    this.#badge.hide();
    this.#given?.sent.stop();
    this.#promptId = undefined;
    this.#field = undefined;
    this.#found = undefined;
    this.#given = undefined;
    this.#press.reset();
    this.#view = undefined;
    this.#step.now = 'none';
  }
}
