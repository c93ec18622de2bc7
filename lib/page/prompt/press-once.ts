import type { CodeField } from '../field/code-field.ts';
import { pressSubmit } from '../fill/submit.ts';
import type { FilledCode } from './filled-code.ts';
import type { Renewal } from './renewal.ts';

/** Presses the page's own button for the codes of a prompt, once in all. */
export class PressOnce {
  readonly #renewal: Renewal;
  #isPressed = false;

  constructor(renewal: Renewal) {
    this.#renewal = renewal;
  }

  get isPressed(): boolean {
    return this.#isPressed;
  }

  reset(): void {
    this.#isPressed = false;
  }

  /** `field` gives the field as it stands now, and none once another code is in it. */
  async press(given: FilledCode, field: () => CodeField | undefined): Promise<void> {
    if (given.submit === 'never' || this.#isPressed) return;
    // Noted before the press, because the page may be left by it.
    const onPress = (): void => {
      this.#isPressed = true;
    };
    const { code, before, sent } = given;
    const isExpired = (): boolean => this.#renewal.isExpiring(given);
    const submission = { digits: code.digits, isExpired, before, sent, field, onPress };
    // The press waits longer than a page that has sent the code takes to show that.
    if ((await pressSubmit(submission)) === 'expired') this.#renewal.start(given, 'in-a-form');
  }
}
