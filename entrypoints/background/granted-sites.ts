import { isPopupShown, openPopup } from '../../lib/browser/action.ts';
import { words } from '../../lib/browser/i18n.ts';
import { setMenu } from '../../lib/browser/menus.ts';
import {
  revokeHost,
  readHostAccess,
  onHostGranted,
  onHostRevoked,
} from '../../lib/browser/permissions.ts';
import { injectIntoTab, registerPageScript } from '../../lib/browser/scripting.ts';
import { sessionMemory } from '../../lib/browser/storage.ts';
import { findTabUrl } from '../../lib/browser/tabs.ts';
import { AppError } from '../../lib/errors.ts';
import { Queue } from '../../lib/policy/queue.ts';
import type { OwnHandlers } from '../../lib/protocol/server.ts';
import { grantableOrigin, patternOfOrigin } from '../../lib/sites/grant.ts';
import { matchPatterns } from '../../lib/sites/index.ts';
import type { Core } from './core.ts';

const PAGE_SCRIPT = '/content-scripts/prompt.js';
export const INSERT_MENU = 'insert';
export const SCAN_MENU = 'scan';
const WANTED = 'wanted-site';
const GRANTED = 'granted-in-tab';

/** How long, ms, the browser's dialog may stand: nobody hears of a refusal, because it may close the popup that asked. */
const WANTED_MS = 5 * 60_000;

/** How long, ms, a popup may still say that the site was added: the one that comes back does so at once. */
const GRANTED_MS = 60_000;

interface SiteInTab {
  readonly tabId: number;
  readonly origin: string;
  readonly atMs: number;
}

/** What was kept under `key` within the last `ms`. */
async function findRecent(key: string, nowMs: number, ms: number): Promise<SiteInTab | undefined> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only GrantedSites writes these keys of our session memory
  const kept = (await sessionMemory.get(key)) as SiteInTab | undefined;
  return kept && kept.atMs <= nowMs && nowMs - kept.atMs <= ms ? kept : undefined;
}

/** Tells once that the site in this tab became one of the user's while no popup could say so. */
export async function takeGranted(
  { tabId, siteId }: { readonly tabId: number; readonly siteId: string },
  nowMs: number,
): Promise<'just-now' | undefined> {
  const granted = await findRecent(GRANTED, nowMs, GRANTED_MS);
  if (granted?.tabId !== tabId || granted.origin !== siteId) return undefined;
  await sessionMemory.remove(GRANTED);
  return 'just-now';
}

type SiteHandlers = Pick<
  OwnHandlers,
  'siteWant' | 'siteList' | 'siteRevoke' | 'siteForgetPrompt' | 'siteChange'
>;

/** The sites the user adds. Keeps the browser's permission, the registered script and the site book in step. */
export class GrantedSites {
  readonly #core: Core;
  /** Giving a host back also fires the browser's removal event; two runs at once would unregister one script twice. */
  readonly #queue = new Queue();

  constructor(core: Core) {
    this.#core = core;
    onHostGranted(() => void this.#grantAndShow());
    onHostRevoked(() => void this.sync());
  }

  readonly handlers: SiteHandlers = {
    // Noted before the browser asks the user, because its dialog may close the popup that asked.
    siteWant: async ({ tabId }) => {
      const { origin, transport } = grantableOrigin((await findTabUrl(tabId)) ?? '');
      await sessionMemory.set(WANTED, { tabId, origin, atMs: this.#core.nowMs() });
      if ((await readHostAccess(patternOfOrigin(origin))) === 'granted') await this.#grantWanted();
      return { origin, pattern: patternOfOrigin(origin), transport };
    },
    siteList: async () =>
      Promise.all(
        (await this.#core.sites.all()).map(async ({ id, name, origins }) => ({
          id,
          name,
          origins,
          kind: origins.includes(id) ? 'granted' : 'registered',
          settings: await this.#core.sites.settings(id),
          remembered: await this.#core.sites.prompts(id),
        })),
      ),
    siteRevoke: async ({ siteId }) => {
      const grants = await this.#core.sites.grants();
      if (!grants.some(({ origin }) => origin === siteId)) throw new AppError('site-unknown');
      await this.#core.sites.revoke(siteId);
      await this.#core.skews.remove(siteId);
      await this.#core.prompts.removeWhere((prompt) => prompt.siteId === siteId);
      const pattern = patternOfOrigin(siteId);
      const shared = grants.some(
        ({ origin }) => origin !== siteId && patternOfOrigin(origin) === pattern,
      );
      if (!shared) await revokeHost(pattern);
      await this.sync();
    },
    siteForgetPrompt: ({ siteId, promptId }) => this.#core.sites.forget(siteId, promptId),
    siteChange: async ({ siteId, change }) => {
      const known = await this.#core.sites.all();
      if (!known.some(({ id }) => id === siteId)) throw new AppError('site-unknown');
      return this.#core.sites.set(siteId, change);
    },
  };

  /** Registers the script anew: an update of the extension drops it, and permissions may be taken away in the browser's settings. */
  sync(): Promise<void> {
    return this.#queue.run(() => this.#sync());
  }

  async #sync(): Promise<void> {
    const patterns = new Set<string>();
    await this.#grantOfAdministrator();
    for (const { origin } of await this.#core.sites.grants()) {
      const pattern = patternOfOrigin(origin);
      if ((await readHostAccess(pattern)) === 'granted') patterns.add(pattern);
      else await this.#core.sites.revoke(origin);
    }
    await registerPageScript(PAGE_SCRIPT, [...patterns]);
    await this.#core.language.ready();
    await setMenu([
      {
        id: INSERT_MENU,
        title: words('menu_insert'),
        on: 'editable',
        patterns: [...matchPatterns, ...patterns],
      },
      { id: SCAN_MENU, title: words('menu_scan'), on: 'image' },
    ]);
  }

  /** Sites that the administrator has named are added as soon as the browser lets us run there. */
  async #grantOfAdministrator(): Promise<void> {
    const { administrator, sites, nowMs } = this.#core;
    const known = new Set((await sites.all()).flatMap(({ origins }) => origins));
    for (const origin of (await administrator.policy()).sites ?? []) {
      if (known.has(origin)) continue;
      if ((await readHostAccess(patternOfOrigin(origin))) !== 'granted') continue;
      await sites.grant(origin, nowMs());
    }
  }

  /** Chromium's question closes the popup that asked: it comes back, and goes on from there. */
  async #grantAndShow(): Promise<void> {
    const site = await this.#grantWanted();
    if (!site || (await isPopupShown(site.tabId))) return;
    await sessionMemory.set(GRANTED, { ...site, atMs: this.#core.nowMs() });
    // Where the browser refuses, the badge in the page asks for the account.
    await openPopup();
  }

  /** Gives the site that was wanted, and its tab, once it is granted. */
  async #grantWanted(): Promise<SiteInTab | undefined> {
    const nowMs = this.#core.nowMs();
    const wanted = await findRecent(WANTED, nowMs, WANTED_MS);
    await sessionMemory.remove(WANTED);
    if (!wanted) return undefined;
    const { tabId, origin } = wanted;
    if ((await readHostAccess(patternOfOrigin(origin))) !== 'granted') return undefined;
    await this.#core.sites.grant(origin, nowMs);
    await this.sync();
    await injectIntoTab(tabId, PAGE_SCRIPT);
    return wanted;
  }
}
