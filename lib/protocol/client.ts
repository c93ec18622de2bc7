/**
 * Asking the background. Content scripts use the browser's own namespace, not
 * the polyfill: it would be half of their size, and both browsers we support
 * answer `runtime.sendMessage` with a promise.
 */
import { AppError } from '../errors.ts';
import type { OwnRequests } from './own-messages.ts';
import type { PagePushes, PageRequests } from './page-messages.ts';
import { parsePush, parseReply, type Envelope, type Reply } from './wire.ts';

interface Runtime {
  readonly id?: string;
  sendMessage(message: unknown): Promise<unknown>;
  readonly onMessage: {
    addListener(listener: (message: unknown, sender: { id?: string; tab?: unknown }) => void): void;
    removeListener(
      listener: (message: unknown, sender: { id?: string; tab?: unknown }) => void,
    ): void;
  };
}

declare const browser: { readonly runtime: Runtime } | undefined;
declare const chrome: { readonly runtime: Runtime };

function runtime(): Runtime {
  return typeof browser === 'object' ? browser.runtime : chrome.runtime;
}

type Table<Requests> = { readonly [Name in keyof Requests]: (ask: never) => unknown };
type Asker<Requests extends Table<Requests>> = <Name extends keyof Requests & string>(
  name: Name,
  ask: Parameters<Requests[Name]>[0],
) => Promise<ReturnType<Requests[Name]>>;

/**
 * Requests that may be sent twice. The browser may end the background in the
 * middle of an answer; the same request then wakes a new one. A request that
 * saves is listed where doing it twice leaves what doing it once does, and a
 * request that counts an attempt is not listed.
 */
const REPEATABLE: ReadonlySet<string> = new Set<keyof PageRequests | keyof OwnRequests>([
  'signInInput',
  'fieldInView',
  'promptReport',
  'promptRenew',
  'promptOutcome',
  'clockSample',
  'qrExpected',
  'scanPixels',
  'scanCode',
  'scanOutcome',
  'scanSave',
  'readUri',
  'readTyped',
  'reviewPage',
  'reviewScan',
  'saveScan',
  'waitingScan',
  'accountChange',
  'accountBin',
  'accountRestore',
  'vaultState',
  'popupView',
  'accounts',
  'bin',
  'codes',
  'pickerView',
  'siteList',
  'backupMake',
  'backupLook',
  'importPreview',
  'lock',
]);

/** A background that is still ending may take the second message with it. */
const REPEATS = 2;

async function replyTo(envelope: Envelope): Promise<unknown> {
  const once = (): Promise<unknown> => runtime().sendMessage(envelope);
  if (!REPEATABLE.has(envelope.name)) return once();
  for (let repeat = 0; repeat < REPEATS; repeat += 1) {
    try {
      const reply = await once();
      if (reply !== undefined) return reply;
    } catch (thrown) {
      if (!isAlive()) throw thrown;
    }
  }
  return once();
}

/** The answer in a reply. Throws AppError with the code the background refused with. */
function openReply<Answer>(reply: Reply<Answer> | undefined): Answer {
  if (!reply) throw new AppError('unexpected');
  if (!reply.ok) throw new AppError(reply.code);
  return reply.value;
}

function askerOf<Requests extends Table<Requests>>(table: Envelope['table']): Asker<Requests> {
  return async <Name extends keyof Requests & string>(
    name: Name,
    ask: Parameters<Requests[Name]>[0],
  ) => {
    const reply = parseReply(await replyTo({ table, name, ask }));
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one table types both ends, and the background is ours
    return openReply(reply as Reply<ReturnType<Requests[Name]>> | undefined);
  };
}

/** For content scripts. Throws AppError; rejects with the browser's own error once orphaned by an update. */
export const askAsPage: Asker<PageRequests> = askerOf<PageRequests>('page');

/** For our own pages. */
export const ask: Asker<OwnRequests> = askerOf<OwnRequests>('own');

/** False once the extension was updated or removed under a living content script: then stay silent. */
export function isAlive(): boolean {
  try {
    return runtime().id !== undefined;
  } catch {
    return false;
  }
}

/**
 * ms between two looks at whether this script is orphaned, of which the browser
 * does not tell it: often enough for what it drew to go soon after the old
 * version.
 */
const ORPHAN_MS = 2_000;

/** Runs `work` once this script has been orphaned; looks until `signal` aborts. */
export function onOrphaned(work: () => void, signal: AbortSignal): void {
  const timer = setInterval(() => {
    if (!isAlive()) work();
  }, ORPHAN_MS);
  signal.addEventListener('abort', () => clearInterval(timer));
}

/**
 * Calls the handlers for what the background tells this document, until
 * `signal` aborts. A sender with a tab is a page and is ignored.
 */
export function onPush(handlers: Partial<PagePushes>, signal: AbortSignal): void {
  const listener = (message: unknown, sender: { id?: string; tab?: unknown }): void => {
    const push = parsePush(message);
    if (!push || sender.id !== runtime().id || sender.tab !== undefined) return;
    if (!Object.hasOwn(handlers, push.push)) return;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- hasOwn found the name, and only the background pushes
    const handler = (handlers as Record<string, unknown>)[push.push] as
      | ((tell: unknown) => void)
      | undefined;
    handler?.(push.tell);
  };
  runtime().onMessage.addListener(listener);
  signal.addEventListener('abort', () => runtime().onMessage.removeListener(listener));
}
