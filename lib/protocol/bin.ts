import type { BinnedAccount } from '../otp/account.ts';
import { ask } from './client.ts';

/** What our pages may do with the bin. Each throws AppError. */
export const BIN = {
  load: (): Promise<readonly BinnedAccount[]> => ask('bin', {}),
  restore: (id: string): Promise<unknown> => ask('accountRestore', { id }),
  remove: (id: string): Promise<unknown> => ask('accountDelete', { id }),
  putBack: (id: string): Promise<unknown> => ask('accountBin', { id }),
} as const;
