import { answersInTab } from '../../lib/browser/scripting.ts';
import { findTabUrl, readableTabs } from '../../lib/browser/tabs.ts';
import { AppError } from '../../lib/errors.ts';
import { hasSentSignal } from '../../lib/policy/prompt-memory.ts';
import { isFresh, isUnderWayAt } from '../../lib/policy/sign-in.ts';
import { parseFrameExplanation, type FrameExplanation } from '../../lib/protocol/explanation.ts';
import type { OwnHandlers } from '../../lib/protocol/server.ts';
import type { SiteTab, TabExplanation } from '../../lib/protocol/explanation.ts';
import type { Site } from '../../lib/sites/site.ts';
import type { Core } from './core.ts';

const EXPLAIN_SCRIPT = '/content-scripts/explain.js';
/** No log-in has more frames. Each answer is bounded, and so is their number. */
const MOST_FRAMES = 16;

async function signInOf(core: Core, tabId: number, site: Site): Promise<TabExplanation['signIn']> {
  const signIn = await core.signIns.find(String(tabId));
  if (signIn === undefined || signIn.siteId !== site.id) return 'none';
  if (signIn.phase === 'refused') return 'refused';
  if (!isFresh(signIn, core.nowMs())) return 'old';
  return isUnderWayAt(signIn, site.id, core.nowMs()) ? 'fresh' : 'over';
}

/** What a field has that is made for a code, or called one. */
const CODE_SIGNALS: ReadonlySet<string> = new Set([
  'one-time-code',
  'six boxes',
  'length 6',
  'own: code',
  'id: code',
]);

/** Whether the page asks for a code that was sent by e-mail or in another way, and for no other. */
function asksForSentCode(frames: readonly FrameExplanation[]): boolean {
  const fields = frames.flatMap((frame) => (frame.kind === 'fields' ? frame.fields : []));
  if (fields.some(({ verdict }) => verdict === 'fill' || verdict === 'offer')) return false;
  return fields.some((field) => {
    const signals = field.signals.map(({ name }) => name);
    return hasSentSignal({ signals }) && signals.some((name) => CODE_SIGNALS.has(name));
  });
}

/** 'Why was this field (not) filled?': our script in the page tells what it sees, without a word of the page. */
export function explanationRequests(core: Core): Pick<OwnHandlers, 'siteTabs' | 'explainTab'> {
  return {
    siteTabs: async () => {
      const found: SiteTab[] = [];
      for (const { tabId, url, place } of await readableTabs()) {
        const { origin, host } = new URL(url);
        if (await core.sites.find(origin)) found.push({ tabId, host, place });
      }
      return found;
    },
    explainTab: async ({ tabId }) => {
      const url = await findTabUrl(tabId);
      const { origin, host } = new URL(url ?? 'about:blank');
      const site = await core.sites.find(origin);
      if (!site) throw new AppError('site-unknown');
      const answers = await answersInTab(tabId, EXPLAIN_SCRIPT).catch(() => {
        throw new AppError('tab-unreadable');
      });
      const frames = answers.slice(0, MOST_FRAMES).map(parseFrameExplanation);
      return {
        host,
        vault: await core.vault.state(),
        signIn: await signInOf(core, tabId, site),
        fill: (await core.sites.settings(site.id)).fill,
        ...(asksForSentCode(frames) ? { asks: 'sent-code' as const } : {}),
        frames,
      };
    },
  };
}
