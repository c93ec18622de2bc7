/** The permission that a user may add in the settings; without the polyfill, because the settings load without it. */
export type OptionalPermission = 'notifications';

interface Wanted {
  readonly permissions: readonly OptionalPermission[];
}

interface PermissionsApi {
  readonly permissions: {
    contains(wanted: Wanted): Promise<boolean>;
    request(wanted: Wanted): Promise<boolean>;
    remove(wanted: Wanted): Promise<boolean>;
  };
}
declare const browser: PermissionsApi | undefined;
declare const chrome: PermissionsApi;

function api(): PermissionsApi {
  return typeof browser === 'object' ? browser : chrome;
}

export type PermissionState = 'granted' | 'not-granted';

export async function readPermission(name: OptionalPermission): Promise<PermissionState> {
  return (await api().permissions.contains({ permissions: [name] })) ? 'granted' : 'not-granted';
}

/** The browser's own question to the user; must be called in the tick of his click. */
export async function requestPermission(name: OptionalPermission): Promise<PermissionState> {
  return (await api().permissions.request({ permissions: [name] })) ? 'granted' : 'not-granted';
}

export async function revokePermission(name: OptionalPermission): Promise<PermissionState> {
  await api().permissions.remove({ permissions: [name] });
  return readPermission(name);
}
