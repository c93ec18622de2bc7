import { compile } from 'svelte/compiler';
import type { Plugin } from 'vite';

/** The one thing Svelte needs of a bundler: its components compiled. */
export function sveltePlugin(): Plugin {
  return {
    name: 'svelte',
    transform(source, id) {
      if (!id.endsWith('.svelte')) return undefined;
      return compile(source, { filename: id, generate: 'client', css: 'injected' }).js.code;
    },
  };
}
