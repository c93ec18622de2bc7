import { ownAsks, pageAsks } from '../../lib/protocol/asks.ts';
import { PASSPHRASE } from '../driver/nightlatch.ts';

/** What travels: the tests write it by hand, as an attacker would. */
export type Message = Readonly<Record<string, unknown>>;

/** The vault's own passphrase, so that what opens or makes a vault would do it. */
const OWN_ASKS: Message = {
  ...ownAsks,
  unlock: { kind: 'passphrase', passphrase: PASSPHRASE },
  createVault: { kind: 'passphrase', passphrase: PASSPHRASE },
  siteChange: { siteId: 'vms-cloud', change: { submit: 'once' } },
};

export const pageRequests: readonly Message[] = Object.entries(pageAsks).map(([name, ask]) => ({
  table: 'page',
  name,
  ask,
}));

export const ownRequests: readonly Message[] = Object.entries(OWN_ASKS).map(([name, ask]) => ({
  table: 'own',
  name,
  ask,
}));

/** The same with all that the browser says of a sender, forged into the message itself. */
export function withForgedSender(message: Message, ownId: string): Message {
  const root = `chrome-extension://${ownId}`;
  const sender = { id: ownId, url: `${root}/popup.html`, origin: root, frameId: 0 };
  return { ...message, ...sender, sender, from: sender, own: true, trusted: true };
}

/** Names that every object has without anyone having written them. */
export const inheritedNames = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];
