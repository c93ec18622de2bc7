import { useCallback, useEffect, useState } from 'preact/hooks';
import { AdministratorNote } from '../../components/settings/administrator-note.tsx';
import {
  RECOVERY_HASH,
  sectionOf,
  type SettingsSection,
} from '../../components/settings/settings-section.ts';
import { SettingsShell } from '../../components/settings/settings-shell.tsx';
import { TransferSection } from '../../components/settings/transfer-section.tsx';
import { useReturn } from '../../components/ui/use-return.ts';
import { onLockChange } from '../../lib/browser/lock-broadcast.ts';
import { ask } from '../../lib/protocol/client.ts';
import type { OwnRequests } from '../../lib/protocol/own-messages.ts';
import type { HealthView } from '../../lib/protocol/health-view.ts';
import type { VaultView } from '../../lib/protocol/vault-views.ts';
import { AppearanceScreen } from './appearance-screen.tsx';
import { BackupScreen } from './backup-screen.tsx';
import { HealthScreen } from './health-screen.tsx';
import { HelpScreen } from './help-screen.tsx';
import { OpenVaultOnly } from './open-vault-only.tsx';
import { OutsideScreen } from './outside-screen.tsx';
import { RecoveryCodeDialog } from './recovery-code-dialog.tsx';
import { SecurityScreen } from './security-screen.tsx';
import { SitesSection } from './sites-section.tsx';
import { TrashScreen } from './trash-screen.tsx';

interface Known {
  readonly vault: VaultView;
  readonly health: HealthView | undefined;
  readonly administrator: ReturnType<OwnRequests['administrator']>;
}

/** What every section may need of the vault. */
export async function readKnown(): Promise<Known> {
  const [vault, administrator] = await Promise.all([
    ask('vaultState', {}),
    ask('administrator', {}),
  ]);
  if (vault.state !== 'open') return { vault, administrator, health: undefined };
  // Locked meanwhile: the page hears of it.
  return { vault, administrator, health: await ask('health', {}).catch(() => undefined) };
}

interface SectionProps {
  readonly vault: VaultView;
  /** Absent while the vault is not open. */
  readonly health: HealthView | undefined;
  /** wanted: the page was opened for a backup, or a new recovery code; whoever comes by the navigation only looks. */
  readonly wanted: 'wanted' | 'there';
  /** What was wanted is on its way. */
  readonly onBegun: () => void;
  /** set: an administrator has. */
  readonly language: 'choosable' | 'set';
  readonly onChanged: () => Promise<void>;
  readonly onRecoveryCode: (recoveryCode: string) => void;
}

/** What stands under the heading of a section. */
function Section({ section, ...props }: SectionProps & { readonly section: SettingsSection }) {
  switch (section) {
    case 'backup':
      return (
        <OpenVaultOnly vault={props.vault}>
          <BackupScreen vault={props.vault} wanted={props.wanted} onChanged={props.onChanged} />
        </OpenVaultOnly>
      );
    case 'security':
      return (
        <OpenVaultOnly vault={props.vault}>
          <SecurityScreen
            vault={props.vault}
            wanted={props.wanted}
            onBegun={props.onBegun}
            onChanged={props.onChanged}
            onRecoveryCode={props.onRecoveryCode}
          />
        </OpenVaultOnly>
      );
    case 'sites':
      return <SitesSection />;
    case 'appearance':
      return (
        <>
          <AppearanceScreen language={props.language} />
          <OutsideScreen />
        </>
      );
    case 'transfer':
      return <TransferSection />;
    case 'trash':
      return (
        <OpenVaultOnly vault={props.vault}>
          <TrashScreen />
        </OpenVaultOnly>
      );
    case 'health':
      return (
        <OpenVaultOnly vault={props.vault}>
          {props.health && <HealthScreen health={props.health} onChanged={props.onChanged} />}
        </OpenVaultOnly>
      );
    case 'help':
      return <HelpScreen />;
    default:
      return section satisfies never;
  }
}

/** The settings: one section at a time, named by the address's hash, so that a link leads to each. */
export function OptionsScreen({ first }: { readonly first: Known }) {
  const [{ vault, health, administrator }, setKnown] = useState(first);
  const [section, setSection] = useState(() => sectionOf(location.hash));
  const [wanted, setWanted] = useState<'wanted' | 'there'>(() =>
    ['#backup', RECOVERY_HASH].includes(location.hash) ? 'wanted' : 'there',
  );
  const [recoveryCode, setRecoveryCode] = useState<string>();
  const reload = useCallback(async () => setKnown(await readKnown()), []);
  const reloadQuietly = (): void => void reload().catch(() => undefined);
  // A backup may have been made in the popup, or an account added.
  useReturn(reloadQuietly);
  useEffect(() => {
    const life = new AbortController();
    const show = (): void => {
      setWanted(location.hash === RECOVERY_HASH ? 'wanted' : 'there');
      setSection(sectionOf(location.hash));
      reloadQuietly();
    };
    window.addEventListener('hashchange', show, { signal: life.signal });
    onLockChange(reloadQuietly, life.signal);
    return () => life.abort();
  }, []);
  const isWarning = health?.lines.some(({ verdict }) => verdict === 'warning') === true;
  return (
    <SettingsShell section={section} health={isWarning ? 'warning' : 'good'}>
      <AdministratorNote section={section} administrator={administrator} />
      <Section
        section={section}
        vault={vault}
        health={health}
        wanted={wanted}
        language={administrator.policy.language === undefined ? 'choosable' : 'set'}
        onBegun={() => {
          // A reload or a lock is not to begin it once more.
          history.replaceState(null, '', '#security');
          setWanted('there');
        }}
        onChanged={reload}
        onRecoveryCode={setRecoveryCode}
      />
      {recoveryCode !== undefined && (
        <RecoveryCodeDialog
          recoveryCode={recoveryCode}
          onClose={() => {
            setRecoveryCode(undefined);
            reloadQuietly();
          }}
        />
      )}
    </SettingsShell>
  );
}
