import type { KeyboardEventHandler, Ref } from 'preact';
import { Icon } from '../ui/icon.tsx';
import { useWords } from '../ui/words.ts';

interface SearchFieldProps {
  readonly field: Ref<HTMLInputElement>;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** The key that leads to the field, for assistive technology. */
  readonly shortcut?: string;
  readonly onKeyDown?: KeyboardEventHandler<HTMLInputElement>;
}

/** The field in which accounts are searched. */
export function SearchField({ field, query, onQuery, shortcut, onKeyDown }: SearchFieldProps) {
  const words = useWords();
  return (
    <label class="search">
      <Icon name="search" />
      <span class="unseen">{words('codes_search')}</span>
      <input
        ref={field}
        type="search"
        class="input"
        placeholder={words('codes_search')}
        value={query}
        aria-keyshortcuts={shortcut}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => onQuery(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
    </label>
  );
}
