/**
 * The stage: real screens, played to a background made of paper. The scene is
 * in the page's hash, so that a test can name it.
 */
import { errorCodeOf } from '../../../lib/errors.ts';
import { parseEnvelope } from '../../../lib/protocol/wire.ts';
import { asked, fakeBackground } from './fake-background.ts';
import { getMessage, type Tongue } from './language.ts';
import type { Scene } from './scene.ts';

interface Play {
  readonly screen: 'popup' | 'choose' | 'unlock' | 'options' | 'welcome';
  readonly tongue: Tongue;
  readonly scene: Partial<Scene>;
}

const USUAL: Scene = {
  vault: 'open',
  accounts: 5,
  page: 'vms',
  binned: 0,
  unlock: 'right',
  duplicate: 'none',
  fails: {},
  review: 'none',
  findings: 'one',
  access: 'none',
  passkeys: 'none',
  backup: 'all',
  archive: 'none',
  skewMs: 0,
  why: 'filled',
};

// The test that drives this page wrote the hash.
const play = JSON.parse(decodeURIComponent(location.hash.slice(1))) as Play;
const scene = { ...USUAL, ...play.scene };
const answers = new Map(Object.entries(fakeBackground(scene)));

async function sendMessage(message: unknown): Promise<unknown> {
  const envelope = parseEnvelope(message);
  const answer = envelope && answers.get(envelope.name);
  if (!envelope || !answer) return { ok: false, code: 'request-malformed' };
  asked.push(envelope.name);
  const failure = scene.fails[envelope.name];
  if (failure) return { ok: false, code: failure };
  try {
    // Through JSON, as the browser sends it.
    const value: unknown = answer(envelope.ask as never);
    return { ok: true, value: value === undefined ? undefined : JSON.parse(JSON.stringify(value)) };
  } catch (thrown) {
    return { ok: false, code: errorCodeOf(thrown) };
  }
}

const stage = {
  tabs: {
    query: async () => [{ id: 7 }],
    onUpdated: { addListener: () => {}, removeListener: () => {} },
  },
  permissions: { request: async () => true },
  runtime: { id: 'stage', sendMessage },
  i18n: {
    getMessage: (key: string, substitutions?: readonly string[]) =>
      getMessage(play.tongue, key, substitutions),
    getUILanguage: () => 'en',
  },
};
Object.assign(globalThis, { chrome: stage, asked });
// The unlock window closes itself; the stage stays, and a test sees that it asked to.
window.close = () => asked.push('window.close');

document.body.className = play.screen === 'popup' ? 'popup' : 'window';
const screens = {
  popup: () => import('../../../entrypoints/popup/main.tsx'),
  choose: () => import('../../../entrypoints/account-picker/main.tsx'),
  unlock: () => import('../../../entrypoints/unlock/main.tsx'),
  options: () => import('../../../entrypoints/options/main.tsx'),
  welcome: () => import('../../../entrypoints/welcome/main.tsx'),
  picture: () => import('../../../entrypoints/picture/main.tsx'),
};
await screens[play.screen]();
