/**
 * Draws a real screen of ours in an ordinary page, with a background that answers
 * from memory. Screen and state stand in the page's query, so that a test can name them.
 */
import { errorCodeOf, type ErrorCode } from '../../../lib/errors.ts';
import { parseEnvelope } from '../../../lib/protocol/wire.ts';
import { stopClock } from './clock.ts';
import { requests, fakeBackground } from './fake-background.ts';
import { givenTexts, noteIntl, noting } from './given-texts.ts';
import { getMessage, type Wording } from './wording.ts';
import { sampleReader } from './sample-import.ts';
import type { ScreenName, ScreenState } from './screen-state.ts';

interface ScreenRequest {
  readonly screen: ScreenName;
  readonly wording: Wording;
  readonly state: Partial<ScreenState>;
}

const DEFAULT_STATE: ScreenState = {
  vault: 'open',
  accounts: 5,
  counters: 0,
  page: 'vms',
  enrols: 'nothing',
  binned: 0,
  unlock: 'right',
  duplicate: 'none',
  fails: {},
  lost: [],
  review: 'none',
  scanResults: 'one',
  access: 'none',
  passkeys: 'none',
  passphrase: 'some',
  oldData: 'erased',
  backup: 'all',
  unreadable: 0,
  archive: 'none',
  skewMs: 0,
  explanation: 'filled',
  granted: 'none',
  health: 'good',
  administrator: 'none',
  secondOfStep: 5,
};

// The test that drives this page wrote the query.
const request = JSON.parse(decodeURIComponent(location.search.slice(1))) as ScreenRequest;
const state = { ...DEFAULT_STATE, ...request.state };
stopClock(state.secondOfStep);
const answers = new Map(Object.entries(fakeBackground(state)));

/** Requests that fail from now on. */
const fails: Record<string, ErrorCode> = { ...state.fails };
/** Requests that are answered only once the test lets them go on. */
const heldNames = new Set<string>();
const held = Promise.withResolvers<void>();

async function sendMessage(message: unknown): Promise<unknown> {
  const envelope = parseEnvelope(message);
  const answer = envelope && answers.get(envelope.name);
  if (!envelope || !answer) return { ok: false, code: 'request-malformed' };
  requests.push(envelope.name);
  if (heldNames.has(envelope.name)) await held.promise;
  const failure = fails[envelope.name];
  if (failure) return { ok: false, code: failure };
  try {
    // Through JSON, as the browser sends it.
    const value: unknown = answer(envelope.ask as never);
    if (state.lost.includes(envelope.name)) throw new Error('The message channel was closed');
    return { ok: true, value: value === undefined ? undefined : JSON.parse(JSON.stringify(value)) };
  } catch (thrown) {
    return { ok: false, code: errorCodeOf(thrown) };
  }
}

const fakeBrowser = {
  tabs: {
    query: async () => [{ id: 7 }],
    onUpdated: { addListener: () => {}, removeListener: () => {} },
  },
  permissions: {
    request: async () => true,
    // The browser lets us run on our sites, as it does after an installation, and show no notification.
    contains: async ({ origins }: { readonly origins?: readonly string[] }) =>
      origins !== undefined,
    remove: async () => true,
  },
  // No administrator has set anything.
  storage: { managed: { get: async () => ({}) } },
  runtime: { id: 'harness', sendMessage, getManifest: () => ({ version: '1.2.3' }) },
  commands: {
    getAll: async () => [
      { name: '_execute_action', shortcut: 'Alt+Shift+L' },
      { name: 'fill', shortcut: 'Alt+Shift+F' },
      { name: 'lock', shortcut: '' },
    ],
  },
  i18n: {
    getMessage: noting((key: string, substitutions?: readonly string[]) =>
      getMessage(request.wording, key, substitutions),
    ),
    getUILanguage: () => 'en',
  },
};
Object.assign(globalThis, {
  chrome: fakeBrowser,
  requests,
  givenTexts,
  holdAnswer: (name: string) => heldNames.add(name),
  fails,
  answerHeld: held.resolve,
  Worker: sampleReader(state.unlock),
});
noteIntl();
// The unlock window closes itself; here the page stays, and a test sees that it asked to.
window.close = () => requests.push('window.close');

const { screen } = request;
document.body.className = screen === 'popup' || screen === 'float' ? screen : 'window';
const screens = {
  popup: () => import('../../../entrypoints/popup/main.tsx'),
  choose: () => import('../../../entrypoints/account-picker/main.tsx'),
  unlock: () => import('../../../entrypoints/unlock/main.tsx'),
  options: () => import('../../../entrypoints/options/main.tsx'),
  welcome: () => import('../../../entrypoints/welcome/main.tsx'),
  picture: () => import('../../../entrypoints/picture/main.tsx'),
  import: () => import('../../../entrypoints/import/main.tsx'),
  export: () => import('../../../entrypoints/export/main.tsx'),
  float: () => import('../../../entrypoints/float/main.tsx'),
  guide: () => import('../../../entrypoints/guide/main.tsx'),
};
await screens[request.screen]();
