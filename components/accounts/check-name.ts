import { useLayoutEffect, useState } from 'preact/hooks';
import { useWords } from '../ui/words.ts';

interface Names {
  readonly issuer: string;
  readonly label: string;
}

interface NameCheck {
  /** What the service's field says, once a save was tried without any name. */
  readonly error: string | undefined;
  /** Whether there is a name to find the account by; where there is none, the field says so from now on. */
  readonly isNamed: () => boolean;
}

/** Asks for one of both names of an account: in the list nobody can tell nameless ones apart. */
export function useNameCheck({ issuer, label }: Names): NameCheck {
  const words = useWords();
  const [moment, setMoment] = useState<'while-typing' | 'finished'>('while-typing');
  const named = `${issuer}${label}`.trim() !== '';
  const isMissing = !named && moment === 'finished';
  useLayoutEffect(() => {
    if (isMissing) document.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [isMissing]);
  return {
    error: isMissing ? words('accounts_name_missing') : undefined,
    isNamed() {
      setMoment('finished');
      return named;
    },
  };
}
