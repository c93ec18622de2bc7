import { useEffect, useState } from 'preact/hooks';
import { QrView } from '../../components/accounts/qr-view.tsx';
import type { AccountView } from '../../lib/otp/account.ts';
import { ask } from '../../lib/protocol/client.ts';

interface QrScreenProps {
  readonly account: AccountView;
  readonly onBack: () => void;
}

export function QrScreen({ account, onBack }: QrScreenProps) {
  const [passkeys, setPasskeys] = useState<'some' | 'none'>('none');
  useEffect(() => {
    void ask('vaultState', {}).then(
      (vault) => setPasskeys(vault.passkeys.length > 0 ? 'some' : 'none'),
      () => undefined,
    );
  }, []);
  const openWindow = (): void =>
    void ask('qrWindow', { id: account.id }).then(
      () => window.close(),
      () => undefined,
    );
  return (
    <QrView
      account={account}
      show={(proof) => ask('showQr', { id: account.id, proof })}
      touch={undefined}
      onWindow={passkeys === 'some' ? openWindow : undefined}
      now={Date.now}
      onBack={onBack}
    />
  );
}
