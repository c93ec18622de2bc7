/**
 * The part of the browser's own namespace that the popup uses, because its
 * first code must not wait for the polyfill to load. Both browsers we support
 * have it with promises.
 */
interface OwnPageApi {
  readonly extension: {
    getViews(only: { readonly type: 'popup' }): readonly Window[];
  };
  readonly tabs: {
    query(query: {
      readonly active: true;
      readonly currentWindow: true;
    }): Promise<readonly { readonly id?: number }[]>;
  };
  readonly permissions: {
    request(wanted: { readonly origins: string[] }): Promise<boolean>;
    contains(wanted: { readonly origins: string[] }): Promise<boolean>;
  };
}
declare const browser: OwnPageApi | undefined;
declare const chrome: OwnPageApi;

function api(): OwnPageApi {
  return typeof browser === 'object' ? browser : chrome;
}

/** The tab the popup was opened over, or in a window of its own the one it was told. */
export async function findCurrentTabId(): Promise<number | undefined> {
  const told = new URLSearchParams(location.search).get('tab');
  if (told !== null) return Number(told);
  const [tab] = await api().tabs.query({ active: true, currentWindow: true });
  return tab?.id;
}

/** Whether this page is the popup of the toolbar button, and no tab or window of its own. */
export function isToolbarPopup(): boolean {
  return api().extension.getViews({ type: 'popup' }).includes(window);
}

type HostAccess = 'granted' | 'not-granted';

/**
 * Has the browser ask the user for hosts. Must be called in the tick of a
 * click: permissions.request needs a user gesture in both browsers.
 */
export async function requestHosts(patterns: readonly string[]): Promise<HostAccess> {
  const origins = [...patterns];
  return (await api().permissions.request({ origins })) ? 'granted' : 'not-granted';
}

/** Whether the browser lets us run on all of them. */
export async function readHostsAccess(patterns: readonly string[]): Promise<HostAccess> {
  const origins = [...patterns];
  return (await api().permissions.contains({ origins })) ? 'granted' : 'not-granted';
}
