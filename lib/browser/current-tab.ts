/**
 * The part of the browser's own namespace that the popup uses, because its
 * first code must not wait for the polyfill to load. Both browsers we support
 * have it with promises.
 */
interface OwnPageApi {
  readonly tabs: {
    query(query: {
      readonly active: true;
      readonly currentWindow: true;
    }): Promise<readonly { readonly id?: number }[]>;
  };
  readonly permissions: { request(wanted: { readonly origins: string[] }): Promise<boolean> };
}
declare const browser: OwnPageApi | undefined;
declare const chrome: OwnPageApi;

function api(): OwnPageApi {
  return typeof browser === 'object' ? browser : chrome;
}

/** The tab the popup was opened over. */
export async function findCurrentTabId(): Promise<number | undefined> {
  const [tab] = await api().tabs.query({ active: true, currentWindow: true });
  return tab?.id;
}

/**
 * Has the browser ask the user for a host. Must be called in the tick of a
 * click: permissions.request needs a user gesture in both browsers.
 */
export async function requestHost(pattern: string): Promise<'granted' | 'not-granted'> {
  return (await api().permissions.request({ origins: [pattern] })) ? 'granted' : 'not-granted';
}
