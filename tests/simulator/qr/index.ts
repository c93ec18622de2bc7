import type { QrVariant } from './qr-variant.ts';

/** One line a variant; its file is loaded by the page that shows it. */
const register: Readonly<Record<string, () => Promise<{ readonly variant: QrVariant }>>> = {
  'canvas-transparent': () => import('./canvas-transparent.ts'),
  'img-data': () => import('./img-data.ts'),
  svg: () => import('./svg.ts'),
};

export const qrVariantNames: readonly string[] = Object.keys(register);

export async function getQrVariant(name: string): Promise<QrVariant> {
  const load = register[name];
  if (load === undefined) throw new Error(`no such QR variant: ${name}`);
  return (await load()).variant;
}
