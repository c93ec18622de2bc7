import { useWords } from '../ui/words.ts';

/** What the float window shows while its codes are in the window on top. */
export function FloatAwayView({ onBack }: { readonly onBack: () => void }) {
  const words = useWords();
  return (
    <main class="float-view">
      <p role="status">{words('float_away')}</p>
      <button type="button" class="button" autofocus onClick={onBack}>
        {words('float_back')}
      </button>
    </main>
  );
}
