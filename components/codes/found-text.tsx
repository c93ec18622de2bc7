import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { partsFoundBy } from './search-accounts.ts';

/** What the user searches for; '' while nobody does. */
export const SearchContext = createContext('');

interface FoundTextProps {
  readonly text: string;
  /** The piece of the text that is drawn; absent: all of it. */
  readonly from?: number;
  readonly to?: number;
}

/** A text of an account, with what the search has found in it marked. */
export function FoundText({ text, from, to }: FoundTextProps) {
  const query = useContext(SearchContext);
  if (query === '') return <>{text.slice(from, to)}</>;
  return (
    <>
      {partsFoundBy(query, text, from, to).map((part, index) =>
        part.found === 'found' ? <mark key={index}>{part.text}</mark> : part.text,
      )}
    </>
  );
}
