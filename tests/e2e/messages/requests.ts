import { ownSchemas } from '../../../lib/protocol/request-schemas.ts';
import type { PageRequests } from '../../../lib/protocol/page-messages.ts';
import { PASSPHRASE } from '../driver/nightlatch.ts';

/** What travels: the tests write it by hand, as an attacker would. */
export type Message = Readonly<Record<string, unknown>>;

/** Well-formed, so that a refusal is for who asks; a new request needs a line here to compile. */
const PAGE_ASKS: {
  readonly [Name in keyof PageRequests]: Parameters<PageRequests[Name]>[0];
} = {
  signInInput: { identity: 'maria@example.com' },
  fieldInView: {},
  promptReport: { promptId: 'prompt' },
  promptTake: { promptId: 'prompt', press: 'fill' },
  promptRenew: { promptId: 'prompt' },
  promptOutcome: { promptId: 'prompt', outcome: 'gone' },
  promptOpen: {
    promptId: 'prompt',
    at: { left: 0, top: 0, bottom: 0, viewWidth: 1, viewHeight: 1 },
  },
  promptCopied: { promptId: 'prompt' },
  clockSample: { serverDateMs: 0, sentMs: 0, receivedMs: 0 },
  qrInView: {},
  scanPixels: { width: 1, height: 1, grey: 'AA==' },
  scanSave: { scanId: 'scan-1', cause: 'press' },
  scanCode: { scanId: 'scan-1' },
  scanOpen: {},
  scanHandOver: { scanId: 'scan-1' },
  scanAgain: { scanId: 'scan-1' },
  scanBackUp: {},
  scanOutcome: { scanId: 'scan-1', outcome: 'cancelled' },
};

/** The asks that would do most; the others are refused before anyone looks at theirs. */
const OWN_ASKS: Message = {
  accounts: { bin: 'live' },
  popupView: { limit: 10 },
  pickAccount: { promptId: 'prompt', id: 'account' },
  unlock: { kind: 'passphrase', passphrase: PASSPHRASE },
  createVault: { kind: 'passphrase', passphrase: PASSPHRASE },
  siteChange: { siteId: 'vms-cloud', change: { submit: 'once' } },
};

export const pageRequests: readonly Message[] = Object.entries(PAGE_ASKS).map(([name, ask]) => ({
  table: 'page',
  name,
  ask,
}));

export const ownRequests: readonly Message[] = Object.keys(ownSchemas).map((name) => ({
  table: 'own',
  name,
  ask: OWN_ASKS[name] ?? {},
}));

/** The same with all that the browser says of a sender, forged into the message itself. */
export function withForgedSender(message: Message, ownId: string): Message {
  const root = `chrome-extension://${ownId}`;
  const sender = { id: ownId, url: `${root}/popup.html`, origin: root, frameId: 0 };
  return { ...message, ...sender, sender, from: sender, own: true, trusted: true };
}

/** Names that every object has without anyone having written them. */
export const inheritedNames = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];
