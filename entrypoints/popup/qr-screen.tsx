import { QrView } from '../../components/accounts/qr-view.tsx';
import type { AccountView } from '../../lib/otp/account.ts';
import { ask } from '../../lib/protocol/client.ts';

interface QrScreenProps {
  readonly account: AccountView;
  readonly onBack: () => void;
}

export function QrScreen({ account, onBack }: QrScreenProps) {
  return (
    <QrView
      account={account}
      show={(proof) => ask('showQr', { id: account.id, proof })}
      now={Date.now}
      onBack={onBack}
    />
  );
}
