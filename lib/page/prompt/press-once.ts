import type { CodeField } from '../field/code-field.ts';
import { pressSubmit } from '../fill/submit.ts';
import type { FilledCode } from './filled-code.ts';

/** Presses the page's own button for the codes of a prompt, once in all. */
export class PressOnce {
  #isPressed = false;

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
    await pressSubmit({ digits: code.digits, before, sent, field, onPress });
  }
}
