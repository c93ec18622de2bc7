import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { partsFoundBy } from './search-accounts.ts';

/** What the user searches for; '' while nobody does. */
export const SearchContext = createContext('');

/** A text of an account, with what the search has found in it marked. */
export function FoundText({ text }: { readonly text: string }) {
  const query = useContext(SearchContext);
  if (query === '') return <>{text}</>;
  return (
    <>
      {partsFoundBy(query, text).map((part, index) =>
        part.found === 'found' ? <mark key={index}>{part.text}</mark> : part.text,
      )}
    </>
  );
}
