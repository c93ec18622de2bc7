import type { ErrorCode } from '../errors.ts';

export type Reply<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly code: ErrorCode };

/** One request on the wire. `ask` stays unknown until the server parsed it. */
export interface Envelope {
  readonly table: 'page' | 'own';
  readonly name: string;
  readonly ask: unknown;
}

/** One push on the wire. */
export interface PushEnvelope {
  readonly push: string;
  readonly tell: unknown;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** An envelope, or undefined for anything else that travels over runtime messages. */
export function parseEnvelope(message: unknown): Envelope | undefined {
  if (!isRecord(message)) return undefined;
  const { table, name, ask } = message;
  if ((table !== 'page' && table !== 'own') || typeof name !== 'string') return undefined;
  return { table, name, ask };
}

export function parsePush(message: unknown): PushEnvelope | undefined {
  if (!isRecord(message) || typeof message['push'] !== 'string') return undefined;
  return { push: message['push'], tell: message['tell'] };
}

/** A reply, or undefined when nobody (or something foreign) answered. */
export function parseReply(message: unknown): Reply<unknown> | undefined {
  if (!isRecord(message)) return undefined;
  if (message['ok'] === true) return { ok: true, value: message['value'] };
  // The server is our own code: the code is one of ours or, after an update, an unknown one.
  if (message['ok'] === false && typeof message['code'] === 'string') {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the background sends only codes of ours
    return message as { ok: false; code: never };
  }
  return undefined;
}
