type KeyPress = Pick<KeyboardEvent, 'key' | 'repeat' | 'isTrusted'>;

/** Whole presses of a key: down here, and up again here. */
export interface Presses {
  /** `id`: what the press would choose; undefined while nothing may be chosen. */
  down(event: KeyPress, id: string | undefined): void;
  /** What was pressed, if the press was whole. */
  up(event: KeyPress): string | undefined;
}

/**
 * The user comes here by pressing Enter on a page. A key that was down before
 * repeats into this window, and one that goes down here and repeats after the
 * window has closed would press something on the page: only a press that
 * began and ended here counts. Not every system marks a repeated key as such,
 * so a key that is known to be down goes down no second time.
 */
export function pressesOf(): Presses {
  let held: { readonly key: string; readonly id: string | undefined } | undefined;
  return {
    down({ key, repeat, isTrusted }, id) {
      if (held?.key === key) return;
      held = { key, id: repeat || !isTrusted ? undefined : id };
    },
    up({ key, isTrusted }) {
      if (held?.key !== key || !isTrusted) return undefined;
      const { id } = held;
      held = undefined;
      return id;
    },
  };
}
