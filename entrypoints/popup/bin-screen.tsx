import { BinView } from '../../components/accounts/bin-view.tsx';
import { useBin } from '../../components/accounts/use-bin.ts';
import { BIN } from '../../lib/protocol/bin.ts';

/** The bin as a view of the popup. */
export function BinScreen({ onBack }: { readonly onBack: () => void }) {
  return <BinView {...useBin(BIN)} onBack={onBack} />;
}
