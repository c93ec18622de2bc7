import { QrView } from '../../components/accounts/qr-view.tsx';
import { hasPasskeys, usePasskey } from '../../lib/browser/passkey.ts';
import type { AccountView } from '../../lib/otp/account.ts';
import { ask } from '../../lib/protocol/client.ts';
import type { PasskeyView } from '../../lib/protocol/vault-views.ts';

interface QrScreenProps {
  readonly account: AccountView;
  readonly passkeys: readonly PasskeyView[];
}

/** An account's QR code in a window of its own: the browser's passkey dialog would close the popup. */
export function QrScreen({ account, passkeys }: QrScreenProps) {
  return (
    <QrView
      account={account}
      show={(proof) => ask('showQr', { id: account.id, proof })}
      touch={hasPasskeys() && passkeys.length > 0 ? () => usePasskey(passkeys) : undefined}
      now={Date.now}
      onBack={() => window.close()}
    />
  );
}
