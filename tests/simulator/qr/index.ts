import type { QrVariant } from './qr-variant.ts';

/** One line a variant; its file is loaded by the page that shows it. */
const register: Readonly<Record<string, () => Promise<QrVariant>>> = {
  'canvas-transparent': async () => (await import('./canvas-transparent.ts')).variant,
  'canvas-white': async () => (await import('./canvas-white.ts')).variant,
  'canvas-late': async () => (await import('./canvas-late.ts')).variant,
  'canvas-tainted': async () => (await import('./canvas-tainted.ts')).variant,
  'canvas-webgl': async () => (await import('./canvas-webgl.ts')).variant,
  'img-data': async () => (await import('./img-data.ts')).variant,
  'img-data-transparent': async () => (await import('./img-data-transparent.ts')).variant,
  'img-blob': async () => (await import('./img-blob.ts')).variant,
  'img-remote': async () => (await import('./img-remote.ts')).variant,
  'img-svg': async () => (await import('./img-svg.ts')).variant,
  svg: async () => (await import('./svg.ts')).variant,
  'svg-rects': async () => (await import('./svg-rects.ts')).variant,
  'css-background': async () => (await import('./css-background.ts')).variant,
  table: async () => (await import('./table.ts')).variant,
  'div-cells': async () => (await import('./div-cells.ts')).variant,
  'box-shadow': async () => (await import('./box-shadow.ts')).variant,
  text: async () => (await import('./text.ts')).variant,
  'img-large': async () => (await import('./img-large.ts')).variant,
  logo: async () => (await import('./logo.ts')).variant,
  inverted: async () => (await import('./inverted.ts')).variant,
  grey: async () => (await import('./colours.ts')).grey,
  blue: async () => (await import('./colours.ts')).blue,
  scaled: async () => (await import('./scaled.ts')).scaled,
  blurred: async () => (await import('./scaled.ts')).blurred,
  'two-codes': async () => (await import('./two-codes.ts')).variant,
  decoys: async () => (await import('./decoys.ts')).variant,
};

export const qrVariantNames: readonly string[] = Object.keys(register);

export function getQrVariant(name: string): Promise<QrVariant> {
  const load = register[name];
  if (load === undefined) throw new Error(`no such QR variant: ${name}`);
  return load();
}
