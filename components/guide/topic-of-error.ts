import type { ErrorCode } from '../../lib/errors.ts';

/** The topic of the guide that helps further with an error, for those where one sentence is not enough. */
export const TOPIC_OF_ERROR: Partial<Readonly<Record<ErrorCode, string>>> = {
  'qr-not-found': 'vms-cloud',
  'tab-unreadable': 'vms-cloud',
  'vault-damaged': 'lost-access',
  'vault-missing': 'lost-access',
  'vault-older': 'lost-access',
  'backup-damaged': 'new-pc',
  'backup-unknown': 'new-pc',
};
