/** Whether the page liked the code it was given. */
import { inputsOf, type CodeField } from '../field/code-field.ts';
import { rootsUnder } from '../dom/tree.ts';
import { watchSent } from '../dom/watch-requests.ts';

/** Where pages of all frameworks say that something is wrong. */
const COMPLAINT =
  '[role="alert"],[aria-live="assertive"],[aria-invalid="true"],[class*="error" i],[class*="invalid" i],[class*="danger" i],[class*="warning" i]';

const REST_MS = 100;
/** Looks after a stir of a page that seems to have sent nothing. */
const MOST_LOOKS = 5;

/** A success also speaks up; then the field has gone within this time. */
const SETTLE_MS = 700;
/** A page that has not complained by then will not: its answer came or its session ended. */
const LONGEST_MS = 60_000;

function complaints(): ReadonlySet<string> {
  const found = new Set<string>();
  for (const root of rootsUnder(document)) {
    for (const element of root.querySelectorAll(COMPLAINT)) {
      if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      const text = element.textContent.trim().slice(0, 200);
      if (element.ariaInvalid === 'true') found.add('[aria-invalid]');
      else if (text) found.add(text);
    }
  }
  return found;
}

/**
 * Calls `onRefused` once when, after the page sent what was filled, it shows a
 * complaint it did not show before, or empties the field, and still stands
 * there asking. `field` gives the field as it stands now. Until `signal` aborts.
 */
export function watchVerdict(
  field: () => CodeField | undefined,
  onRefused: () => void,
  signal: AbortSignal,
): void {
  const sent = watchSent();
  const before = complaints();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let looks = 0;
  let settle: ReturnType<typeof setTimeout> | undefined;

  function isComplaining(): boolean {
    const now = field();
    if (!now || !inputsOf(now).every((input) => input.checkVisibility())) return false;
    if (sent.state() === 'nothing') return false;
    if (inputsOf(now).every((input) => input.value === '')) return true;
    return [...complaints()].some((text) => !before.has(text));
  }

  function look(): void {
    timer = undefined;
    if (!isComplaining()) {
      // The browser may report a request a little later than the page acts on its answer.
      if (sent.state() === 'nothing' && looks++ < MOST_LOOKS) timer = setTimeout(look, REST_MS);
      return;
    }
    settle ??= setTimeout(() => {
      settle = undefined;
      if (signal.aborted || !isComplaining()) return;
      stop();
      onRefused();
    }, SETTLE_MS);
  }

  const observer = new MutationObserver(() => {
    looks = 0;
    timer ??= setTimeout(look, REST_MS);
  });
  const what = { childList: true, subtree: true, characterData: true, attributes: true };
  for (const root of rootsUnder(document))
    observer.observe(root, {
      ...what,
      attributeFilter: ['class', 'aria-invalid', 'style', 'disabled'],
    });

  function stop(): void {
    observer.disconnect();
    sent.stop();
    clearTimeout(timer);
    clearTimeout(settle);
    clearTimeout(end);
  }
  const end = setTimeout(stop, LONGEST_MS);
  signal.addEventListener('abort', stop);
}
