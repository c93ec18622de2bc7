import { BinList } from '../../components/accounts/bin-list.tsx';
import { useBin } from '../../components/accounts/use-bin.ts';
import { BIN } from '../../lib/protocol/bin.ts';

/** The bin as a section of the settings. */
export function TrashScreen() {
  const { state, ...bin } = useBin(BIN);
  return <section class="form">{state === 'known' && <BinList {...bin} />}</section>;
}
