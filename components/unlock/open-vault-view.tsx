import type { ComponentChildren } from 'preact';
import type { ErrorCode } from '../../lib/errors.ts';
import { Mark } from '../ui/mark.tsx';
import { Note } from '../ui/note.tsx';
import { useLanguage } from '../ui/words.ts';
import { ProofForm, type ProofFormProps } from './proof-form.tsx';

interface OpenVaultViewProps extends ProofFormProps {
  /** What is wrong with a vault that can only be read. */
  readonly trouble: ErrorCode | undefined;
  /** The way that is offered first, above the form. */
  readonly first?: ComponentChildren;
  /** Buttons to other ways, below the form. */
  readonly children?: ComponentChildren;
}

/** Unlocks a vault, and says beforehand if something is wrong with it. */
export function OpenVaultView({ trouble, first, children, ...proof }: OpenVaultViewProps) {
  const { words, errorWords } = useLanguage();
  return (
    <main class="view">
      <h1>
        <Mark />
        {words('unlock_title')}
      </h1>
      {trouble && (
        <Note look="warning">
          <p>{errorWords(trouble)}</p>
        </Note>
      )}
      {first}
      <ProofForm {...proof} {...(first ? { submitLook: 'plain' } : {})} />
      {children}
    </main>
  );
}
