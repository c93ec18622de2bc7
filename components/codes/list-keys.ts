import type { MenuActions } from './row-menu.tsx';

/** The row that a key leads to; -1 is above the first one, undefined where the key leads to none. */
export function rowToFocus(
  { key, ctrlKey, altKey, metaKey }: KeyboardEvent,
  selected: number,
  total: number,
  pageRows: number,
): number | undefined {
  if (ctrlKey || altKey || metaKey) return undefined;
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: selected + 1,
    ArrowUp: selected - 1,
    PageDown: Math.min(total - 1, selected + pageRows),
    PageUp: Math.max(0, selected - pageRows),
    Home: 0,
    End: total - 1,
  };
  return moves[key];
}

/** What a key does to the selected row; search: the key is typed into the search field. */
type RowCommand = 'copy' | 'fill' | 'edit' | 'bin' | 'search' | 'keys';

/** The command of a key, if it has one. `keys` says whether F and E are shortcuts. */
function commandOf(
  { key, ctrlKey, altKey, metaKey, target }: KeyboardEvent,
  keys: 'single' | 'off',
): RowCommand | undefined {
  const lower = key.toLowerCase();
  if ((ctrlKey || metaKey) && lower === 'c') {
    // Selected text is what the user wants to copy.
    return document.getSelection()?.isCollapsed === false ? undefined : 'copy';
  }
  const isOnRow = target instanceof HTMLElement && target.dataset['row'] !== undefined;
  if (ctrlKey || metaKey || altKey || !isOnRow) return undefined;
  if (keys === 'single' && lower === 'f') return 'fill';
  if (keys === 'single' && lower === 'e') return 'edit';
  if (key === 'Delete') return 'bin';
  if (key === '?') return 'keys';
  return key.length === 1 && key !== ' ' ? 'search' : undefined;
}

interface CommandTarget {
  /** The account that has the focus. */
  readonly id: string;
  readonly actions: Pick<MenuActions, 'onCopy' | 'onFill' | 'onEdit' | 'onBin' | 'onKeys'>;
  /** Called with what begins a search. */
  readonly onType: (text: string) => void;
}

/** Does what a key asks for; false where it asks for nothing. */
export function runCommand(
  event: KeyboardEvent,
  keys: 'single' | 'off',
  { id, actions, onType }: CommandTarget,
): boolean {
  switch (commandOf(event, keys)) {
    case 'copy':
      actions.onCopy(id);
      return true;
    case 'fill':
      actions.onFill(id);
      return true;
    case 'edit':
      actions.onEdit(id);
      return true;
    case 'bin':
      actions.onBin(id);
      return true;
    case 'keys':
      actions.onKeys();
      return true;
    case 'search':
      // '/' leads to the search field, in which it stands for nothing.
      onType(event.key === '/' ? '' : event.key);
      return true;
    case undefined:
      return false;
  }
}

/** Whether a key opens the menu of what has the focus, as everywhere on a desktop. */
export function asksForMenu({ key, shiftKey }: KeyboardEvent): boolean {
  return key === 'ContextMenu' || (key === 'F10' && shiftKey);
}
