import { anchorOf, inputsOf, type CodeField } from '../field/code-field.ts';
import { meaningOfPress } from '../fill/control.ts';
import { focused } from '../fill/typing.ts';
import { ownMembers } from '../dom/own-members.ts';
import { innermost } from './watch-sign-in.ts';

/**
 * What the user last did with a prompt. send: he pressed the page's control, or
 * Enter in the field. away: he pressed something else, or Escape. none: neither.
 */
export type UserAct = 'none' | 'send' | 'away';

/** Remembers the user's last act with a prompt. Only trusted events count. */
export class UserActWatcher {
  readonly #field: () => CodeField | undefined;
  #act: UserAct = 'none';

  /** `field`: where the prompt's field is by now; none where there is no prompt. */
  constructor(field: () => CodeField | undefined) {
    this.#field = field;
  }

  /** A new prompt is watched, until `signal` aborts. */
  watch(signal: AbortSignal): void {
    this.reset();
    const listen = { capture: true, passive: true, signal };
    ownMembers(document).addEventListener('click', (event) => this.#onClick(event), listen);
    ownMembers(document).addEventListener('keydown', (event) => this.#onKey(event), listen);
  }

  get act(): UserAct {
    return this.#act;
  }

  /** Another code stands there: what was done before speaks of the one before. */
  reset(): void {
    this.#act = 'none';
  }

  /** The field while it shows: what is done once it has gone is no act with this prompt. */
  #shown(): CodeField | undefined {
    const field = this.#field();
    return field && anchorOf(field)?.checkVisibility() === true ? field : undefined;
  }

  #onClick(event: MouseEvent): void {
    const field = this.#shown();
    const target = event.isTrusted ? innermost(event) : undefined;
    const meaning = field && target ? meaningOfPress(field, target) : 'within';
    if (meaning !== 'within') this.#act = meaning;
  }

  #onKey({ isTrusted, key }: KeyboardEvent): void {
    const field = this.#shown();
    if (!isTrusted || !field) return;
    const isInField = inputsOf(field).some((input) => focused(input) === input);
    if (key === 'Enter' && isInField) this.#act = 'send';
    if (key === 'Escape') this.#act = 'away';
  }
}
