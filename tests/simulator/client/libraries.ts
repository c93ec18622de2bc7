import type { App, Component, h, nextTick, reactive, ref } from 'vue';

export interface VueLibrary {
  readonly createApp: (this: void, root: Component) => App;
  readonly h: typeof h;
  readonly ref: typeof ref;
  readonly reactive: typeof reactive;
  readonly nextTick: typeof nextTick;
}

/** The components of a library by their names. */
export type ComponentLibrary = Readonly<Record<string, Component>>;

/** What a library's file in the folder bundled/ exports. */
interface LibraryModule {
  readonly vue: VueLibrary;
  readonly components: ComponentLibrary;
}

const loading = new Map<string, Promise<ComponentLibrary>>();
let vue: VueLibrary | undefined;

/** Vue as the library loaded last brings it. */
export function vueLibrary(): VueLibrary {
  if (vue === undefined) throw new Error('no library is loaded');
  return vue;
}

function loadSheet(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const href = `/__sim/asset/${name}.css`;
    const sheet = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
    sheet.addEventListener('load', () => resolve());
    sheet.addEventListener('error', () => reject(new Error(`${href} did not load`)));
    document.head.append(sheet);
  });
}

async function load(name: string): Promise<ComponentLibrary> {
  await loadSheet(name);
  // Our own server's answer, made of a file of the folder bundled/.
  const loaded = (await import(`/__sim/asset/${name}.js`)) as LibraryModule;
  vue = loaded.vue;
  return loaded.components;
}

function loadOnce(name: string): Promise<ComponentLibrary> {
  const known = loading.get(name);
  if (known !== undefined) return known;
  const loaded = load(name);
  loading.set(name, loaded);
  return loaded;
}

export const loadAntDesign = (): Promise<ComponentLibrary> => loadOnce('antd');

export const loadElementPlus = (): Promise<ComponentLibrary> => loadOnce('element-plus');
