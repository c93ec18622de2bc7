import { api, type Runtime } from './api.ts';

type OnMessageListener = Parameters<Runtime.Static['onMessage']['addListener']>[0];

/** Who sent a message, as the browser says it. Never read from the message. */
export interface MessageSender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly origin?: string | undefined;
  readonly frameId?: number | undefined;
  readonly documentId?: string | undefined;
  readonly documentLifecycle?: string | undefined;
  readonly tab?:
    | { readonly id?: number | undefined; readonly url?: string | undefined }
    | undefined;
}

/** Our id, and the root every URL of our own pages begins with. */
export function ownIdentity(): { readonly id: string; readonly root: string } {
  return { id: api.runtime.id, root: api.runtime.getURL('/') };
}

/**
 * Answers runtime messages; where `answer` gives undefined, the message is left
 * to other listeners. The reply goes through sendResponse, because Chromium
 * learnt to take a returned promise only with version 148
 * (https://crbug.com/1185241), which is the oldest we support: once that is
 * tried there, a promise will do.
 */
export function serveMessages(
  answer: (message: unknown, sender: MessageSender) => Promise<unknown> | undefined,
): void {
  const listener = (
    message: unknown,
    sender: MessageSender,
    sendResponse: (reply: unknown) => void,
  ): boolean => {
    const reply = answer(message, sender);
    void reply?.then(sendResponse);
    return reply !== undefined;
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the polyfill's types know no `false`
  api.runtime.onMessage.addListener(listener as OnMessageListener);
}
