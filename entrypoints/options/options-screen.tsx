import { useCallback, useEffect, useState } from 'preact/hooks';
import { sectionOf, type SettingsSection } from '../../components/settings/settings-section.ts';
import { SettingsShell } from '../../components/settings/settings-shell.tsx';
import { TransferSection } from '../../components/settings/transfer-section.tsx';
import { onLockChange } from '../../lib/browser/lock-broadcast.ts';
import { ask } from '../../lib/protocol/client.ts';
import type { VaultView } from '../../lib/protocol/vault-views.ts';
import { AppearanceScreen } from './appearance-screen.tsx';
import { BackupScreen } from './backup-screen.tsx';
import { HelpScreen } from './help-screen.tsx';
import { OpenVaultOnly } from './open-vault-only.tsx';
import { SecurityScreen } from './security-screen.tsx';
import { SitesSection } from './sites-section.tsx';
import { TrashScreen } from './trash-screen.tsx';

interface SectionProps {
  readonly vault: VaultView;
  /** wanted: the page was opened for a backup; whoever comes by the navigation only looks. */
  readonly wanted: 'wanted' | 'there';
  readonly onChanged: () => Promise<void>;
}

/** What stands under the heading of a section. */
function Section({ section, ...props }: SectionProps & { readonly section: SettingsSection }) {
  switch (section) {
    case 'backup':
      return (
        <OpenVaultOnly vault={props.vault}>
          <BackupScreen {...props} />
        </OpenVaultOnly>
      );
    case 'security':
      return (
        <OpenVaultOnly vault={props.vault}>
          <SecurityScreen vault={props.vault} onChanged={props.onChanged} />
        </OpenVaultOnly>
      );
    case 'sites':
      return <SitesSection />;
    case 'appearance':
      return <AppearanceScreen />;
    case 'transfer':
      return <TransferSection />;
    case 'trash':
      return (
        <OpenVaultOnly vault={props.vault}>
          <TrashScreen />
        </OpenVaultOnly>
      );
    case 'help':
      return <HelpScreen />;
    default:
      return section satisfies never;
  }
}

/** The settings: one section at a time, named by the address's hash, so that a link leads to each. */
export function OptionsScreen({ first }: { readonly first: VaultView }) {
  const [vault, setVault] = useState(first);
  const [section, setSection] = useState(() => sectionOf(location.hash));
  const [wanted, setWanted] = useState<'wanted' | 'there'>(() =>
    location.hash === '#backup' ? 'wanted' : 'there',
  );
  const reload = useCallback(async () => setVault(await ask('vaultState', {})), []);
  useEffect(() => {
    const life = new AbortController();
    const show = (): void => {
      setWanted('there');
      setSection(sectionOf(location.hash));
    };
    window.addEventListener('hashchange', show, { signal: life.signal });
    onLockChange(() => void reload().catch(() => undefined), life.signal);
    return () => life.abort();
  }, []);
  return (
    <SettingsShell section={section}>
      <Section section={section} vault={vault} wanted={wanted} onChanged={reload} />
    </SettingsShell>
  );
}
