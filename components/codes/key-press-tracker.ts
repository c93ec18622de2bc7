type KeyPress = Pick<KeyboardEvent, 'key' | 'repeat' | 'isTrusted'>;

/**
 * Tells whole presses of a key, which went down and up again in this window.
 *
 * The user opens the account picker by pressing Enter on a page. A key that was
 * already down repeats into this window, and a key that goes down here and
 * repeats after the window has closed would press something on the page: only a
 * press that began and ended here counts. Not every system marks a repeated key
 * as such, so a key that is known to be down does not go down a second time.
 */
export class KeyPressTracker {
  #held: { readonly key: string; readonly id: string | undefined } | undefined;

  /** `id` is what the press would choose; undefined while nothing may be chosen. */
  down({ key, repeat, isTrusted }: KeyPress, id: string | undefined): void {
    if (this.#held?.key === key) return;
    this.#held = { key, id: repeat || !isTrusted ? undefined : id };
  }

  /** Gives what was pressed, if the press was whole. */
  up({ key, isTrusted }: KeyPress): string | undefined {
    if (this.#held?.key !== key || !isTrusted) return undefined;
    const { id } = this.#held;
    this.#held = undefined;
    return id;
  }
}
