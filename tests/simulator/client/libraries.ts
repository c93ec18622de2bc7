import type { App, Component, h, nextTick, reactive, ref } from 'vue';

const loading = new Map<string, Promise<void>>();

function load(name: string): Promise<void> {
  const known = loading.get(name);
  if (known !== undefined) return known;
  const path = `/__sim/asset/lib/${name}`;
  const made = new Promise<void>((resolve, reject) => {
    const node = name.endsWith('.css')
      ? Object.assign(document.createElement('link'), { rel: 'stylesheet', href: path })
      : Object.assign(document.createElement('script'), { src: path });
    node.addEventListener('load', () => resolve());
    node.addEventListener('error', () => reject(new Error(`${name} did not load`)));
    document.head.append(node);
  });
  loading.set(name, made);
  return made;
}

/** Loads the named files one after another: later ones need the globals of earlier ones. */
async function loadLibraries(...names: readonly string[]): Promise<void> {
  for (const name of names) await load(name);
}

export interface VueLibrary {
  readonly createApp: (this: void, root: Component) => App;
  readonly h: typeof h;
  readonly ref: typeof ref;
  readonly reactive: typeof reactive;
  readonly nextTick: typeof nextTick;
}

/** The components of a library by their names, as its browser build exposes them. */
export type ComponentLibrary = Readonly<Record<string, Component>>;

function globalNamed(name: string): unknown {
  const found: unknown = Reflect.get(globalThis, name);
  if (found === undefined) throw new Error(`${name} is not loaded`);
  return found;
}

export const vueLibrary = (): VueLibrary => globalNamed('Vue') as VueLibrary;

const DAYJS_PLUGINS = [
  'customParseFormat',
  'weekday',
  'localeData',
  'weekOfYear',
  'weekYear',
  'advancedFormat',
  'quarterOfYear',
].map((plugin) => `dayjs-${plugin}.js`);

export async function loadAntDesign(): Promise<ComponentLibrary> {
  await loadLibraries('vue.js', 'dayjs.js', ...DAYJS_PLUGINS, 'antd-reset.css', 'antd.js');
  return globalNamed('antd') as ComponentLibrary;
}

export async function loadElementPlus(): Promise<ComponentLibrary> {
  await loadLibraries('vue.js', 'element-plus.css', 'element-plus.js');
  return globalNamed('ElementPlus') as ComponentLibrary;
}
