import { errorCodeOf, type ErrorCode } from '../../errors.ts';
import { inputsOf, type CodeField } from '../field/code-field.ts';
import { isDialog, parentOf } from '../dom/tree.ts';
import { fillCode } from '../fill/fill.ts';
import { findCodeField } from '../field/find-field.ts';
import type { OfferView } from './card-view.ts';
import type { EnrolmentCode, EnrolmentPorts } from './ports.ts';

export interface CodeKeeper {
  /** Fills `code`, or waits for the next one when it is about to end. */
  put(code: EnrolmentCode): Promise<void>;
  /** Asks for a code nobody has used yet, and fills it. */
  next(): Promise<void>;
  /** The field last filled or found. */
  field(): CodeField | undefined;
}

export interface CodeKeeperOptions {
  readonly picture: () => Element;
  readonly code: () => ReturnType<EnrolmentPorts['code']>;
  readonly show: (view: OfferView) => void;
  /** Called before each filling. */
  readonly onFill: () => void;
  readonly onFail: (code: ErrorCode) => void;
}

/** Fewer than this left, ms, and the code may be stale when it reaches the server. */
const FRESH_MS = 3_000;
/** A code that the user leaves in the field is replaced by the next one for this long at most. */
const REFILL_MAX_MS = 10 * 60_000;

function typedIn(field: CodeField): string {
  return inputsOf(field)
    .map((input) => input.value)
    .join('');
}

/**
 * The code field nearest to the QR in `picture`, and of the same dialog: the
 * page behind a dialog may ask for another code, of another account.
 */
function findFieldBy(picture: Element): CodeField | undefined {
  for (let at = parentOf(picture); at; at = parentOf(at)) {
    const found = findCodeField(at, { moment: 'enrolment' });
    if (found || isDialog(at)) return found?.field;
  }
  return undefined;
}

/** Keeps a valid code in the enrolment's field until `signal` aborts. */
export function keepCode(options: CodeKeeperOptions, signal: AbortSignal): CodeKeeper {
  const { picture, show, onFill, onFail } = options;
  const startedMs = performance.now();
  let known: CodeField | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(timer));

  function after(delayMs: number, then: () => void): void {
    clearTimeout(timer);
    if (!signal.aborted) timer = setTimeout(then, Math.max(0, delayMs));
  }

  function find(): CodeField | undefined {
    if (known && inputsOf(known).every((input) => input.isConnected)) return known;
    known = findFieldBy(picture()) ?? known;
    return known;
  }

  async function put(code: EnrolmentCode): Promise<void> {
    const leftMs = code.validUntilMs - Date.now();
    if (leftMs < FRESH_MS) {
      show({ kind: 'waiting' });
      after(leftMs, () => void next());
      return;
    }
    const field = find();
    onFill();
    const outcome = field ? await fillCode(field, code.digits) : 'not-filled';
    if (signal.aborted) return;
    if (outcome === 'filled') show({ kind: 'filled' });
    else show({ kind: 'to-type', digits: code.digits });
    after(leftMs, () => {
      // The user took longer than the code lives: a stale one would be a wrong token.
      const isOurs = outcome === 'not-filled' || (field && typedIn(field) === code.digits);
      if (isOurs && performance.now() - startedMs < REFILL_MAX_MS) void next();
    });
  }

  async function next(): Promise<void> {
    try {
      const answer = await options.code();
      if (signal.aborted) return;
      if (answer.kind === 'fill') {
        await put(answer.code);
      } else if (answer.kind === 'wait') {
        show({ kind: 'waiting' });
        after(answer.untilMs - Date.now(), () => void next());
      } else {
        onFail('unexpected');
      }
    } catch (thrown) {
      onFail(errorCodeOf(thrown));
    }
  }

  return { put, next, field: () => known };
}
