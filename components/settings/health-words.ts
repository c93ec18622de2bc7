import type { HealthView } from '../../lib/protocol/health-view.ts';
import type { Language } from '../../lib/language/language.ts';
import type { MessageKey } from '../../lib/language/messages.ts';
import { minutesText } from './duration.ts';

export type HealthLine = HealthView['lines'][number];

export const HEALTH_TITLES: Readonly<Record<HealthLine['topic'], MessageKey>> = {
  backup: 'backup_title',
  recovery: 'unlock_recovery_code',
  clock: 'health_clock',
  passphrase: 'unlock_passphrase',
  lock: 'options_locking',
  unconfirmed: 'health_unconfirmed',
  files: 'health_files',
};

/** The sentence of a line: what is the case. */
export function healthText(line: HealthLine, { words, plural, formats }: Language): string {
  const amount = line.amount ?? 0;
  switch (line.topic) {
    case 'backup':
      switch (line.state) {
        case 'unreadable':
          return plural('health_backup_unreadable', amount);
        case 'no-accounts':
          return words('health_backup_no_accounts');
        case 'none':
          return words('health_backup_none');
        case 'outdated':
          return words('health_backup_outdated');
        case 'missing':
          return plural('health_backup_missing', amount);
        case 'old':
        case 'good':
          return words(
            line.state === 'old' ? 'health_backup_old' : 'health_backup_good',
            formats.dayAndTime(line.madeMs ?? 0),
          );
        default:
          return line satisfies never;
      }
    case 'recovery':
      if (line.state === 'unknown') return words('health_recovery_unknown');
      return words(line.state === 'kept' ? 'health_recovery_kept' : 'health_recovery_not_kept');
    case 'clock':
      if (line.state === 'good') return words('health_clock_good');
      return words(
        line.state === 'behind' ? 'health_clock_behind' : 'health_clock_ahead',
        formats.number(amount),
      );
    case 'passphrase':
      if (line.state === 'none') return words('health_passphrase_none');
      if (line.state === 'unknown') return words('health_passphrase_unknown');
      return words(line.state === 'fair' ? 'health_passphrase_fair' : 'health_passphrase_strong');
    case 'lock':
      if (line.state === 'never') return words('health_lock_never');
      return words(
        line.state === 'long' ? 'health_lock_long' : 'health_lock_good',
        minutesText(amount, formats),
      );
    case 'unconfirmed':
      return line.state === 'none'
        ? words('health_unconfirmed_none')
        : plural('health_unconfirmed_some', amount);
    case 'files':
      return words(line.state === 'none' ? 'health_files_none' : 'health_files_to_delete');
    default:
      return line satisfies never;
  }
}
