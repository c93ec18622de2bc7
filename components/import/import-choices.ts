import { useState } from 'preact/hooks';
import type { ImportChoice, ImportLine } from '../../lib/protocol/import-views.ts';

/** Which lines are to be saved, and how. */
export interface ImportChoices {
  /** By the index of the line. */
  readonly chosen: ReadonlyMap<number, ImportChoice>;
  /** Takes the line into the choice, or changes how it is saved. */
  readonly choose: (choice: ImportChoice) => void;
  readonly drop: (index: number) => void;
  /** Chooses all of these lines, or drops them. */
  readonly chooseAll: (indexes: readonly number[], all: 'chosen' | 'dropped') => void;
}

export function isSavable({ kind }: ImportLine): boolean {
  return kind === 'new' || kind === 'same-name' || kind === 'trashed';
}

/** Whether a tick alone says what to save: of Steam's the user has to say which kind it is. */
export function isTickable(line: ImportLine): boolean {
  return isSavable(line) && line.maybeSteam === undefined;
}

/** At first every new line is chosen, but for those that ask something. */
export function useImportChoices(lines: readonly ImportLine[]): ImportChoices {
  const [chosen, setChosen] = useState<ReadonlyMap<number, ImportChoice>>(() => {
    const ticked = lines.flatMap((line, index) =>
      isTickable(line) && line.kind !== 'trashed' ? [index] : [],
    );
    return new Map(ticked.map((index) => [index, { index }]));
  });
  return {
    chosen,
    choose: (choice) => setChosen((old) => new Map([...old, [choice.index, choice]])),
    drop: (index) => setChosen((old) => new Map([...old].filter(([one]) => one !== index))),
    chooseAll: (indexes, all) =>
      setChosen((old) => {
        const next = new Map(old);
        for (const index of indexes) {
          if (all === 'dropped') next.delete(index);
          else if (!next.has(index)) next.set(index, { index });
        }
        return next;
      }),
  };
}
