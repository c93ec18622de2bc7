import type { MessageSender } from '../browser/messages.ts';
import { AppError, errorCodeOf } from '../errors.ts';
import type { OwnRequests } from './own-messages.ts';
import type { PageRequests } from './page-messages.ts';
import { ownSchemas } from './own-schemas.ts';
import { pageSchemas } from './page-schemas.ts';
import type { RequestParsers } from './schema-parts.ts';
import { findPageSender, isOwnPage, type PageSender } from './sender.ts';
import { parseEnvelope, type Envelope, type Reply } from './wire.ts';

type Handlers<Requests, From extends readonly unknown[]> = {
  readonly [Name in keyof Requests]: Requests[Name] extends (ask: infer Ask) => infer Answer
    ? (ask: Ask, ...from: From) => Promise<Answer> | Answer
    : never;
};
export type PageHandlers = Handlers<PageRequests, readonly [PageSender]>;
export type OwnHandlers = Handlers<OwnRequests, readonly []>;

export interface Server {
  /** The reply to one runtime message, or undefined when it is not ours to answer. */
  answer(message: unknown, sender: MessageSender): Promise<Reply<unknown>> | undefined;
}

async function replyOf(work: () => unknown): Promise<Reply<unknown>> {
  try {
    return { ok: true, value: await work() };
  } catch (thrown) {
    // Only the code crosses the wire: no text, stack or cause.
    return { ok: false, code: errorCodeOf(thrown) };
  }
}

interface Table<Requests> {
  readonly handlers: object;
  readonly parsers: RequestParsers<Requests>;
}

function call<Requests>(
  { handlers, parsers }: Table<Requests>,
  { name, ask }: Envelope,
  ...from: readonly PageSender[]
): unknown {
  if (!Object.hasOwn(parsers, name) || !Object.hasOwn(handlers, name)) {
    throw new AppError('request-forbidden');
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one table types parser and handler; hasOwn found the name
  const parse = (parsers as Record<string, (ask: unknown) => unknown>)[name];
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as above
  const handle = (handlers as Record<string, (ask: unknown, ...from: unknown[]) => unknown>)[name];
  return handle?.(parse?.(ask), ...from);
}

/**
 * Answers the requests of the two closed tables. The sender is checked before
 * the name is looked at: a content script reaches only the page table, our own
 * pages only theirs, and everyone else nothing.
 */
export function createServer(
  own: { readonly id: string; readonly root: string },
  pageHandlers: PageHandlers,
  ownHandlers: OwnHandlers,
): Server {
  const ownTable = { handlers: ownHandlers, parsers: ownSchemas };
  const pageTable = { handlers: pageHandlers, parsers: pageSchemas };
  return {
    answer(message, sender) {
      const envelope = parseEnvelope(message);
      if (!envelope) return undefined;
      if (envelope.table === 'own' && isOwnPage(sender, own.id, own.root)) {
        return replyOf(() => call(ownTable, envelope));
      }
      const page = findPageSender(sender, own.id, own.root);
      if (envelope.table === 'page' && page) {
        return replyOf(() => call(pageTable, envelope, page));
      }
      return replyOf(() => {
        throw new AppError('request-forbidden');
      });
    },
  };
}
