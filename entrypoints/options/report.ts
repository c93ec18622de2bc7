import { ownVersion } from '../../lib/browser/own-extension.ts';
import { ask } from '../../lib/protocol/client.ts';

/**
 * What somebody who helps must know: versions, states and numbers. No name, no
 * address of a site, no code and no secret is in it. It is in English, for
 * whoever reads it.
 */
export async function makeReport(): Promise<string> {
  const vault = await ask('vaultState', {});
  const sites = await ask('siteList', {});
  const isOpen = vault.state === 'open';
  const added = sites.filter(({ kind }) => kind === 'granted').length;
  const { backup } = vault;
  const facts: readonly (readonly [string, string | number])[] = [
    ['Nightlatch', ownVersion()],
    ['Browser', navigator.userAgent],
    ['Language', navigator.language],
    ['Vault', `${vault.state}, ${vault.access}`],
    ['Unreadable accounts', vault.quarantined],
    ['Passkeys', vault.passkeys.length],
    ['Stays unlocked', vault.keepUnlocked],
    ['Sites added', added],
    ...(isOpen
      ? ([
          ['Accounts', (await ask('accounts', { bin: 'live' })).length],
          ['In the trash', (await ask('accounts', { bin: 'binned' })).length],
          ['Locks after, minutes', vault.lockMinutes],
        ] as const)
      : []),
    ...(backup
      ? ([
          ['Backup made', backup.madeMs === undefined ? 'no' : 'yes'],
          ['Accounts in no backup', backup.missing],
        ] as const)
      : []),
  ];
  return facts.map(([name, value]) => `${name}: ${value}`).join('\n');
}
