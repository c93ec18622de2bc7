import type { Variant } from '../client/screen.ts';

async function bundled(name: string): Promise<Variant> {
  // Our own server's answer, made of a file of the folder bundled/.
  const made = (await import(`/__sim/asset/${name}.js`)) as { readonly variant: Variant };
  return made.variant;
}

/** One line a variant; its file is loaded by the page that shows it. */
const register: Readonly<Record<string, () => Promise<Variant>>> = {
  A: async () => (await import('./a-ant-design.ts')).variant,
  B: async () => (await import('./b-local-controller.ts')).variant,
  C: async () => (await import('./c-element-plus.ts')).variant,
  D: async () => (await import('./d-six-boxes.ts')).variant,
  E: async () => (await import('./e-element-otp.ts')).variant,
  'F-number': async () => (await import('./f-form.ts')).number,
  'F-tel': async () => (await import('./f-form.ts')).tel,
  'F-password': async () => (await import('./f-form.ts')).password,
  G: async () => (await import('./g-shadow.ts')).open,
  'G-closed': async () => (await import('./g-shadow.ts')).closed,
  H: async () => (await import('./h-frame.ts')).same,
  'H-cross': async () => (await import('./h-frame.ts')).cross,
  I: async () => (await import('./i-late-dialog.ts')).variant,
  J: async () => (await import('./j-replaced.ts')).variant,
  K: async () => (await import('./k-decoys.ts')).variant,
  // Libraries without a browser build: bundled when a page first asks for them.
  react: () => bundled('react'),
  'react-otp-input': () => bundled('react-otp-input'),
  'react-verification-input': () => bundled('react-verification-input'),
  'input-otp': () => bundled('input-otp'),
  primevue: () => bundled('primevue'),
  angular: () => bundled('angular'),
  'ng-otp-input': () => bundled('ng-otp-input'),
  svelte: () => bundled('svelte'),
  // An e-mailed code asked for in the very field of A: login.ts never asks for a token under L.
  L: async () => (await import('./a-ant-design.ts')).variant,
};

export const variantNames: readonly string[] = Object.keys(register);

export function getVariant(name: string): Promise<Variant> {
  const load = register[name];
  if (load === undefined) throw new Error(`no such variant: ${name}`);
  return load();
}
