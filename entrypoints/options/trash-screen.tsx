import { BinList } from '../../components/accounts/bin-list.tsx';
import { useBin } from '../../components/accounts/use-bin.ts';
import { BIN } from '../../lib/protocol/bin.ts';

/** The bin as a section of the settings. */
export function TrashScreen() {
  return (
    <section class="form">
      <BinList {...useBin(BIN)} />
    </section>
  );
}
