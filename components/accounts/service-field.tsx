import { TextField } from '../ui/text-field.tsx';
import { useWords } from '../ui/words.ts';

interface ServiceFieldProps {
  readonly value: string;
  readonly onValue: (value: string) => void;
  /** See useNameCheck: the first of both names says that one is missing. */
  readonly error: string | undefined;
}

/** The field for who an account is with. */
export function ServiceField({ value, onValue, error }: ServiceFieldProps) {
  const label = useWords()('accounts_issuer');
  return <TextField label={label} value={value} onValue={onValue} error={error} dir="auto" />;
}
