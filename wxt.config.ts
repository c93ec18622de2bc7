import { defineConfig } from 'wxt';
import { matchPatterns } from './lib/sites/index.ts';

/** Rooms with secrets: no content script may carry a module of them. */
const SECRET_ROOMS = /[\\/]lib[\\/](vault|crypto|formats)[\\/]/;

/**
 * The oldest versions it runs in. Chromium 133 is the first with X25519 in
 * WebCrypto (lib/crypto/box.ts), Edge has the same numbers. Firefox 140 has all
 * that is used, or the code has another way there.
 */
const FLOOR = { chrome: 133, firefox: 140 };

const CSP =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; " +
  "connect-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * Text can nowhere become markup or script in our pages. The one policy gives the
 * one address of the worker that reads other apps' files (entrypoints/import/reader-address.ts).
 * Firefox may follow once its floor knows it.
 */
const TRUSTED_TYPES = "require-trusted-types-for 'script'; trusted-types import-reader";

/**
 * The head that all our pages share: an index.html holds only what differs.
 * Theme and text size are set before the first paint by a script in the head,
 * but each file more delays the popup's first code: in Chromium, which can hold
 * the first paint back for it, the popup's own script does that. Nobody sees 'offscreen'.
 */
const sharedHead = (browser: string) => ({
  name: 'shared-head',
  transformIndexHtml: (_html: string, { path }: { readonly path: string }) => [
    { tag: 'meta', attrs: { charset: 'utf-8' } },
    { tag: 'meta', attrs: { name: 'viewport', content: 'width=device-width, initial-scale=1' } },
    { tag: 'title', children: 'Nightlatch' },
    ...((browser === 'firefox' ? /offscreen/u : /popup|offscreen/u).test(path)
      ? []
      : [{ tag: 'script', attrs: { src: '/appearance.js' }, injectTo: 'head' as const }]),
  ],
});

/** The popup's script runs as soon as it is there, and not after the style sheet: it asks the background first. */
const popupScriptAtOnce = {
  name: 'popup-script-at-once',
  transformIndexHtml: {
    order: 'post' as const,
    handler: (html: string, { path }: { readonly path: string }) =>
      path.includes('popup')
        ? html.replace('<script type="module"', '<script type="module" async blocking="render"')
        : html,
  },
};

const CONTEXT_MODULE = /[\\/]wxt[\\/]dist[\\/]utils[\\/]content-script-context\.mjs$/;

/**
 * WXT gives each content script a context, which announces the script to the
 * page by a DOM event and window.postMessage, with the extension's id in it
 * (wxt 0.21, content-script-context.mjs). None of our scripts uses it.
 */
const withoutContext = {
  name: 'nightlatch:no-content-script-context',
  enforce: 'pre' as const,
  load: (id: string) =>
    CONTEXT_MODULE.test(id) ? 'export class ContentScriptContext {}' : undefined,
};

const JSQR = /[\\/]jsqr[\\/]dist[\\/]jsQR\.js$/;
const KANJI_TABLE = /exports\.shiftJISTable = \{[^}]*\};/g;

/** Two thirds of jsQR (1.4) is a table that every browser has, too: see lib/qr/engines.ts. */
const withoutKanjiTable = {
  name: 'nightlatch:no-kanji-table',
  enforce: 'pre' as const,
  transform(code: string, id: string) {
    if (!JSQR.test(id)) return undefined;
    if (code.match(KANJI_TABLE)?.length !== 1) throw new Error('jsQR has another table by now.');
    return code.replace(KANJI_TABLE, 'exports.shiftJISTable = {};');
  },
};

const POLYFILL = /[\\/]webextension-polyfill[\\/]dist[\\/]browser-polyfill\.js$/;

/**
 * Where the browser has `browser` itself, the polyfill (0.12) only hands it over. Bundled as the CommonJS
 * module that it is, each property of what it exports is looked at, and so the browser makes every API
 * that it has: 7 of the 16 ms that our background took to start.
 */
const polyfillAsModule = {
  name: 'nightlatch:polyfill-as-module',
  enforce: 'pre' as const,
  transform: (code: string, id: string) =>
    POLYFILL.test(id)
      ? `const module = { exports: {} }, exports = module.exports;\n${code}\nexport default module.exports;`
      : undefined,
};

interface Modules {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

/** What a module carries with it: all that it imports, and not what it loads later. */
function staticImports(id: string, modules: Modules, found = new Set<string>()): Set<string> {
  if (found.has(id)) return found;
  found.add(id);
  for (const imported of modules.getModuleInfo(id)?.importedIds ?? [])
    staticImports(imported, modules, found);
  return found;
}

export default defineConfig({
  imports: false,
  vite: ({ browser }) => ({
    plugins: [
      sharedHead(browser),
      popupScriptAtOnce,
      withoutContext,
      withoutKanjiTable,
      polyfillAsModule,
    ],
    build: { target: browser === 'firefox' ? `firefox${FLOOR.firefox}` : `chrome${FLOOR.chrome}` },
  }),
  manifestVersion: 3,
  outDir: '.output',
  manifest: ({ browser }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    action: {
      default_title: 'Nightlatch',
      // Else Firefox puts the button into the menu of extensions, where nobody sees its number.
      ...(browser === 'firefox' ? { default_area: 'navbar' } : {}),
    },
    permissions: [
      'storage',
      // 10,000 accounts are more than the 10 MiB that the browser lets us keep without it.
      'unlimitedStorage',
      'alarms',
      'scripting',
      'activeTab',
      'idle',
      'clipboardRead',
      'clipboardWrite',
      'contextMenus',
    ].concat(browser === 'chrome' ? ['offscreen'] : []),
    host_permissions: [...matchPatterns],
    // Asked for in the settings by who wants it: see lib/browser/notifications.ts.
    optional_permissions: ['notifications'],
    // Asked for host by host, by the user's click where he stands: VMS Local has no address of its own.
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    content_security_policy: {
      extension_pages: browser === 'firefox' ? CSP : `${CSP}; ${TRUSTED_TYPES}`,
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'nightlatch@nightlatch.dev',
              strict_min_version: `${FLOOR.firefox}.0`,
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : {
          minimum_chrome_version: String(FLOOR.chrome),
          // Firefox takes the policy without one: see ADMINISTRATORS.md.
          storage: { managed_schema: 'managed-schema.json' },
        }),
    // Free in Chrome, Edge and Firefox, beside Bitwarden, 1Password, Proton Pass and
    // KeePassXC: Ctrl+Shift+L pastes and goes in Edge, and fills in Bitwarden.
    commands: {
      fill: {
        suggested_key: { default: 'Alt+Shift+F' },
        description: '__MSG_command_fill__',
      },
      lock: { description: '__MSG_command_lock__' },
      // No key of its own: a global one would be taken from every other program (Ctrl+Shift+1
      // formats numbers in Excel). Firefox has no global commands.
      'copy-pinned': {
        description: '__MSG_command_copy__',
        ...(browser === 'firefox' ? {} : { global: true }),
      },
      _execute_action: { suggested_key: { default: 'Alt+Shift+L' } },
    },
  }),
  hooks: {
    'vite:build:extendConfig': (entrypoints, config) => {
      const output = config.build?.rolldownOptions?.output;
      if (!output || Array.isArray(output)) return;
      const popup = entrypoints
        .find(({ type }) => type === 'popup')
        ?.inputPath.replaceAll('\\', '/');
      if (popup === undefined) return;
      config.build = { ...config.build, modulePreload: { polyfill: false } };
      // The English words are loaded only where the browser has none.
      const test = /^(?!.*messages\.json).*(?:components|lib|preact|wxt|entrypoints.popup)/u;
      output.codeSplitting = {
        groups: [
          {
            // Each file more delays the popup's first code, and so does what only later screens need:
            // the popup's one file has its own script, too, which does nothing in other pages.
            name: (id, modules) => (staticImports(popup, modules).has(id) ? 'popup-pages' : null),
            test,
            priority: 1,
          },
          { name: 'pages', test, minShareCount: 2 },
        ],
      };
    },
    'build:done': (_wxt, output) => {
      const carried = output.steps
        .flatMap(({ chunks }) => chunks)
        .filter((chunk) => chunk.type === 'chunk')
        .filter(({ fileName }) => fileName.startsWith('content-scripts/'))
        .flatMap(({ fileName, moduleIds }) =>
          moduleIds
            .filter((name) => SECRET_ROOMS.test(name))
            .map((secret) => `${fileName} carries ${secret}`),
        );
      if (carried.length > 0) throw new Error(`${carried.join('; ')}: secrets live in one room`);
    },
  },
});
