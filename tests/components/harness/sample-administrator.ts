import type { OwnRequests } from '../../../lib/protocol/own-messages.ts';
import type { ScreenState } from './screen-state.ts';

/** What an administrator has set: nothing, or every key and two that are malformed. */
export function sampleAdministrator({
  administrator,
}: ScreenState): ReturnType<OwnRequests['administrator']> {
  if (administrator === 'none') return { policy: {}, refused: [] };
  return {
    policy: {
      sites: ['https://nvr.example.com:8443', 'https://vms.example.com'],
      allowOtherSites: false,
      lockMinutesMax: 30,
      allowKeepUnlocked: false,
      allowExport: false,
      exportFileTypes: ['aegis-encrypted', 'google'],
      allowImport: false,
      importFileTypes: ['Aegis', '2FAS'],
      passphraseStrengthMin: 4,
      requirePasskey: true,
      backupReminder: false,
      supportAddress: 'mailto:help@example.com',
      language: 'en',
    },
    refused: ['lockMinutes', 'allowAll'],
  };
}
