/** What the browser knows of this extension; without the polyfill, because the settings load without it. */

interface ExtensionApi {
  readonly runtime: { getManifest(): { readonly version: string } };
  readonly commands: {
    getAll(): Promise<readonly { readonly name?: string; readonly shortcut?: string }[]>;
    /** Firefox only. */
    readonly openShortcutSettings?: () => Promise<void>;
  };
  readonly tabs: { create(tab: { readonly url: string }): Promise<unknown> };
}
declare const browser: ExtensionApi | undefined;
declare const chrome: ExtensionApi;

function api(): ExtensionApi {
  return typeof browser === 'object' ? browser : chrome;
}

export function ownVersion(): string {
  return api().runtime.getManifest().version;
}

/** The keys of each command of the manifest, by its name; '' where it has none. */
export async function readShortcuts(): Promise<ReadonlyMap<string, string>> {
  const commands = await api().commands.getAll();
  return new Map(commands.map(({ name = '', shortcut = '' }) => [name, shortcut]));
}

/** Opens the browser's own page for these keys: an extension may not change them. */
export async function openShortcutSettings(): Promise<void> {
  const { commands, tabs } = api();
  if (commands.openShortcutSettings) await commands.openShortcutSettings();
  else await tabs.create({ url: 'chrome://extensions/shortcuts' });
}
