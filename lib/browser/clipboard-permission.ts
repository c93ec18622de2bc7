/** The one permission that a user may add in the settings; without the polyfill, because the settings load without it. */
const WANTED = { permissions: ['clipboardRead'] } as const;

interface PermissionsApi {
  readonly permissions: {
    contains(wanted: typeof WANTED): Promise<boolean>;
    request(wanted: typeof WANTED): Promise<boolean>;
    remove(wanted: typeof WANTED): Promise<boolean>;
  };
}
declare const browser: PermissionsApi | undefined;
declare const chrome: PermissionsApi;

function api(): PermissionsApi {
  return typeof browser === 'object' ? browser : chrome;
}

export type ClipboardReading = 'granted' | 'not-granted';

export async function clipboardReading(): Promise<ClipboardReading> {
  return (await api().permissions.contains(WANTED)) ? 'granted' : 'not-granted';
}

/** The browser's own question to the user; must be called in the tick of his click. */
export async function requestClipboardReading(): Promise<ClipboardReading> {
  return (await api().permissions.request(WANTED)) ? 'granted' : 'not-granted';
}

export async function revokeClipboardReading(): Promise<ClipboardReading> {
  await api().permissions.remove(WANTED);
  return clipboardReading();
}
