import { ViewHead } from '../ui/view-head.tsx';
import { useWords } from '../ui/words.ts';
import { BinList, type BinListProps } from './bin-list.tsx';

interface BinViewProps extends BinListProps {
  readonly onBack: () => void;
}

/** The bin as a view of its own, with the way back. */
export function BinView({ onBack, ...list }: BinViewProps) {
  const words = useWords();
  return (
    <main class="view">
      <ViewHead title={words('accounts_bin_title')} onBack={onBack} />
      <BinList {...list} />
    </main>
  );
}
