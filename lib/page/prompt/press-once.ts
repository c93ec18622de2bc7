import type { CodeField } from '../field/code-field.ts';
import { pressSubmit, type SubmitOutcome } from '../fill/submit.ts';
import type { FilledCode } from './filled-code.ts';

/** A press so shortly before the end of a code, ms, reaches the server after it. */
const SENDING_MS = 1_000;

/** Presses the page's own button for the codes of a prompt, once in all. */
export class PressOnce {
  readonly #nowMs: () => number;
  #isPressed = false;

  /** `nowMs`: Unix time. */
  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  get isPressed(): boolean {
    return this.#isPressed;
  }

  reset(): void {
    this.#isPressed = false;
  }

  /** `field` gives the field as it stands now, and none once another code is in it. */
  async press(
    given: FilledCode,
    field: () => CodeField | undefined,
  ): Promise<SubmitOutcome | 'not-asked'> {
    if (given.submit === 'never' || this.#isPressed) return 'not-asked';
    // Noted before the press, because the page may be left by it.
    const onPress = (): void => {
      this.#isPressed = true;
    };
    const { code, before, sent } = given;
    const isExpired = (): boolean => this.#nowMs() >= code.validUntilMs - SENDING_MS;
    return pressSubmit({ digits: code.digits, isExpired, before, sent, field, onPress });
  }
}
