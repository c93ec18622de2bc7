import type { ErrorCode } from '../../lib/errors.ts';
import { Note } from '../ui/note.tsx';
import { useLanguage } from '../ui/words.ts';

const CODES: Readonly<Record<'missing' | 'older' | 'damaged', ErrorCode>> = {
  missing: 'vault-missing',
  older: 'vault-older',
  damaged: 'vault-damaged',
};

/** Says what happened to the vault. Nothing is written from here. */
export function RepairView({ vault }: { readonly vault: 'missing' | 'older' | 'damaged' }) {
  const { words, errorWords } = useLanguage();
  return (
    <main>
      <h1>{words('unlock_trouble_title')}</h1>
      <Note look="warning">
        <p>{errorWords(CODES[vault])}</p>
      </Note>
    </main>
  );
}
