import { ownSchemas } from '../../lib/protocol/own-schemas.ts';
import { pageSchemas } from '../../lib/protocol/page-schemas.ts';
import { createServer, type OwnHandlers, type PageHandlers } from '../../lib/protocol/server.ts';
import type { MessageSender } from '../../lib/browser/messages.ts';
import { parseEnvelope, parsePush, parseReply } from '../../lib/protocol/wire.ts';
import { parseScan } from '../../lib/policy/scan.ts';
import { parsePrompt } from '../../lib/policy/prompt.ts';
import { SessionTable } from '../../lib/policy/session-table.ts';
import { parseSignIn } from '../../lib/policy/sign-in.ts';
import { SiteBook } from '../../lib/policy/site-book.ts';
import { findSkew } from '../../lib/clock/skew.ts';
import { mutatedText, mutatedValue } from './hostile.ts';
import type { Random } from './random.ts';
import { hold, type Target } from './target.ts';

const PROOF = { kind: 'passphrase', passphrase: 'correct horse battery staple' };
const PASSKEY = { credentialId: 'id', name: 'Key', prfSalt: 'AA==', prf: 'AA==' };
const ASKS: readonly unknown[] = [
  {},
  { promptId: 'p', outcome: 'filled' },
  { identity: 'maria@example.com' },
  { serverDateMs: 1, sentMs: 2, receivedMs: 3 },
  { width: 2, height: 2, grey: 'AAAAAA==' },
  { scanId: 'c', duplicate: 'replace', issuer: 'VIGI', label: 'maria' },
  { tabId: 1, limit: 10 },
  { ids: ['a', 'b'] },
  PROOF,
  { kind: 'passkey', passkey: PASSKEY },
  { proof: PROOF, passkey: PASSKEY, passphrase: 'x' },
  { id: 'a', change: { label: 'x', tags: ['a'], note: 'n', sites: ['vms-cloud'] } },
  { siteId: 'vms-cloud', change: { fill: 'by-hand', submit: 'once', clockOffsetMs: 1 } },
  { issuer: 'a', label: 'b', secret: 'c', algorithm: 'SHA-1', digits: 6, periodSeconds: 30 },
];
const ROWS: readonly unknown[] = [
  { siteId: 'vms-cloud', atMs: 1, identity: 'maria@example.com', refused: 'refused' },
  { uri: 'otpauth://', atMs: 1, state: 'offered', from: { tabId: 1, frameId: 0, siteId: 's' } },
  { tabId: 1, frameId: 0, origin: 'https://a', siteId: 's', seenMs: 1, state: 'waiting' },
];
const BOOK = {
  grants: [{ origin: 'https://nvr.local', grantedMs: 1 }],
  settings: { 'vms-cloud': { fill: 'by-hand', submit: 'once', clockOffsetMs: 5 } },
};

const OWN = { id: 'abcdefghijklmnop', root: 'chrome-extension://abcdefghijklmnop/' };
const SENDERS: readonly MessageSender[] = [
  { id: OWN.id, url: `${OWN.root}popup.html`, origin: OWN.root.slice(0, -1) },
  { id: OWN.id, url: 'https://vms.tplinkcloud.com/', frameId: 0, tab: { id: 1, url: 'https://a' } },
  { id: 'another', url: `${OWN.root}popup.html` },
];

const called: string[] = [];
const recorder = (table: string, parsers: object): object =>
  Object.fromEntries(
    Object.keys(parsers).map((name) => [name, () => void called.push(`${table} ${name}`)]),
  );
const server = createServer(
  OWN,
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- handlers that only note that they were reached
  recorder('page', pageSchemas) as PageHandlers,
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as above
  recorder('own', ownSchemas) as OwnHandlers,
);
const NAMES = [...Object.keys(ownSchemas), ...Object.keys(pageSchemas), '__proto__', 'constructor'];

async function askServer(random: Random): Promise<void> {
  called.length = 0;
  const table = random.pick(['own', 'page']);
  const message = { table, name: random.pick(NAMES), ask: random.pick(ASKS) };
  // The browser makes the sender, so its fields are of their types; what stands in them may be anything.
  const { id, url, ...rest } = random.pick(SENDERS);
  const sender: MessageSender = {
    ...rest,
    id: random.below(4) === 0 ? mutatedText(random, id ?? '') : id,
    url: random.below(2) === 0 ? mutatedText(random, url ?? '') : url,
  };
  const reply = await server.answer(mutatedValue(random, message), sender);
  hold(reply === undefined || typeof reply.ok === 'boolean', 'a reply says whether it went well');
  const isOwn =
    sender.id === OWN.id && typeof sender.url === 'string' && sender.url.startsWith(OWN.root);
  const reachedOwn = called.some((name) => name.startsWith('own'));
  const reachedPage = called.some((name) => name.startsWith('page'));
  hold(!reachedOwn || isOwn, 'only our own pages reach the own table');
  hold(!reachedPage || (sender.id === OWN.id && !isOwn), 'only page scripts reach the page table');
}

const parsers = [...Object.values(ownSchemas), ...Object.values(pageSchemas)];
const rowParsers: readonly ((value: unknown) => unknown)[] = [parseScan, parsePrompt, parseSignIn];

function storeOf(value: unknown) {
  return {
    get: async () => value,
    read: async () => value,
    set: async () => undefined,
    write: async () => undefined,
    remove: async () => undefined,
  };
}

export const messageTargets: readonly Target[] = [
  {
    name: 'wire envelope',
    share: 60_000,
    run: (random) => {
      const message = mutatedValue(random, { table: 'own', name: 'codes', ask: {}, push: 'fill' });
      parseEnvelope(message);
      parsePush(message);
      parseReply(mutatedValue(random, { ok: true, value: 1, code: 'unexpected' }));
    },
  },
  {
    name: 'asks',
    share: 90_000,
    run: (random) => random.pick(parsers)(mutatedValue(random, random.pick(ASKS))),
  },
  { name: 'whoever asks whatever', share: 50_000, run: askServer },
  {
    name: 'session rows',
    share: 50_000,
    run: async (random) => {
      const stored = mutatedValue(random, { [mutatedText(random, 'row')]: random.pick(ROWS) });
      const table = new SessionTable(storeOf(stored), 'rows', random.pick(rowParsers));
      const rows = await table.rows();
      hold(Object.getPrototypeOf(rows) === Object.prototype, 'rows are plain');
      await table.find(random.pick(['row', '__proto__', 'constructor']));
    },
  },
  {
    name: 'site book',
    share: 30_000,
    run: async (random) => {
      const book = new SiteBook(storeOf(mutatedValue(random, BOOK)));
      await book.settings(random.pick(['vms-cloud', '__proto__', 'toString']));
      const sites = await book.all();
      for (const site of sites) hold(site.origins.length > 0, 'a site has an origin');
    },
  },
  {
    name: 'clock sample',
    share: 10_000,
    run: (random) => {
      const number = (): number => random.pick([0, 1, -1, NaN, Infinity, 1e20, Date.now()]);
      findSkew({ serverDateMs: number(), sentMs: number(), receivedMs: number() });
    },
  },
];
