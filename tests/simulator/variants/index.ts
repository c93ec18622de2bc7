import type { Variant } from '../client/screen.ts';

/** One line a variant; its file is loaded by the page that shows it. */
const register: Readonly<Record<string, () => Promise<{ readonly variant: Variant }>>> = {
  A: () => import('./a-ant-design.ts'),
  B: () => import('./b-local-controller.ts'),
  D: () => import('./d-six-boxes.ts'),
  L: () => import('./l-email-code.ts'),
};

export const variantNames: readonly string[] = Object.keys(register);

export async function getVariant(name: string): Promise<Variant> {
  const load = register[name];
  if (load === undefined) throw new Error(`no such variant: ${name}`);
  return (await load()).variant;
}
