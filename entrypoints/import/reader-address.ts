/** Trusted Types: in Chromium, and in Firefox from 148. */
interface PolicyMaker {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: () => string },
  ): { createScriptURL(address: string): string };
}

/** Named in the manifest (wxt.config.ts): our pages may make no other policy, and this one once. */
const POLICY = 'import-reader';
const ADDRESS = '/import-reader.js';

function isPolicyMaker(value: unknown): value is PolicyMaker {
  return typeof value === 'object' && value !== null && 'createPolicy' in value;
}

function trusted(): string {
  const maker: unknown = Reflect.get(globalThis, 'trustedTypes');
  if (!isPolicyMaker(maker)) return ADDRESS;
  // Whatever the policy is asked for it gives this constant, so it can vouch for no other script.
  return maker.createPolicy(POLICY, { createScriptURL: () => ADDRESS }).createScriptURL(ADDRESS);
}

/** The address of the worker that reads other apps' files, in the form that `new Worker` takes. */
export const READER_ADDRESS = trusted();
