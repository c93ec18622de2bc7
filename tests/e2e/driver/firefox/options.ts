import { EXTENSION_ID, type Preferences } from './chrome-scope.ts';

export interface FirefoxOptions {
  /** Folder of the unpacked extension; default: what this run built. */
  readonly extension?: string;
  /** Every host name and port leads to 127.0.0.1 and one of these ports: the simulator is the whole internet. */
  readonly simulator?: { readonly port: number; readonly localPort: number };
  readonly preferences?: Preferences;
  /** A profile to use again; it is then left in place by close(). */
  readonly profileDirectory?: string;
  /** allowed: also in private windows, as a user may allow it in the browser's settings. */
  readonly privateWindows?: 'allowed';
}

/** The browser gives an extension a random address; the tests need to know it. */
export const ADDRESS = '6a0b1d5e-0c2a-4f5b-9d27-5a3d1c7e8f90';

/** Firefox has no resolver rules; the simulator is a proxy as well. */
function proxyScript(simulator: FirefoxOptions['simulator']): string {
  // Port 9 (discard) takes no connection.
  const { port, localPort } = simulator ?? { port: 9, localPort: 9 };
  return `function FindProxyForURL(url, host) {
    if (host === 'localhost' || host === '127.0.0.1') return 'DIRECT';
    return host === 'nvr.local' ? 'PROXY 127.0.0.1:${localPort}' : 'PROXY 127.0.0.1:${port}';
  }`;
}

export function preferencesFor({
  simulator,
  preferences,
}: FirefoxOptions): Record<string, unknown> {
  return {
    'extensions.webextensions.uuids': JSON.stringify({ [EXTENSION_ID]: ADDRESS }),
    // And to find it again after it was installed anew.
    'extensions.webextensions.keepUuidOnUninstall': true,
    // The browser's own question is answered 'allow'.
    'extensions.webextOptionalPermissionPrompts': false,
    'network.proxy.type': 2,
    'network.proxy.autoconfig_url': `data:text/javascript,${encodeURIComponent(proxyScript(simulator))}`,
    'intl.accept_languages': 'en-US',
    ...preferences,
  };
}
