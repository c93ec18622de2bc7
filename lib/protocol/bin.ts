import type { AccountView } from '../otp/account.ts';
import { ask } from './client.ts';

/** What our pages may do with the bin. Each throws AppError. */
export const BIN = {
  load: (): Promise<readonly AccountView[]> => ask('accounts', { bin: 'binned' }),
  restore: (id: string): Promise<unknown> => ask('accountRestore', { id }),
  remove: (id: string): Promise<unknown> => ask('accountDelete', { id }),
  putBack: (id: string): Promise<unknown> => ask('accountBin', { id }),
} as const;
