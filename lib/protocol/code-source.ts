import { ask } from './client.ts';
import type { OwnRequests } from './own-messages.ts';

/** Where the codes of a list come from. */
export interface CodeSource {
  readonly read: (ids: readonly string[]) => Promise<ReturnType<OwnRequests['codes']>>;
  /** The next code by counter, which is used up with that. */
  readonly takeNext: (id: string) => Promise<ReturnType<OwnRequests['nextCode']>>;
}

/** The background, which computes them. */
export const CODE_SOURCE: CodeSource = {
  read: (ids) => ask('codes', { ids }),
  takeNext: (id) => ask('nextCode', { id }),
};
