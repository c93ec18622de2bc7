import type { ExportPart, ImportEntry } from '../format.ts';

/** An export of Google Authenticator of which not every code was seen. */
export interface MissingParts {
  readonly size: number;
  /** Numbers of the codes not seen yet, from 1. */
  readonly numbers: readonly number[];
}

export interface JoinedParts {
  readonly entries: readonly ImportEntry[];
  readonly missing: readonly MissingParts[];
}

/**
 * Puts the codes of exports together, each code once however often it was
 * scanned, and two exports apart. Codes that share no id are one export when
 * they agree in its size, until one number comes with two contents.
 */
export function joinParts(parts: readonly ExportPart[]): JoinedParts {
  const groups: Group[] = [];
  for (const part of parts) {
    const key = `${part.size} ${part.exportId ?? ''}`;
    const fits = groups.find((group) => {
      const there = group.byIndex.get(part.index);
      return group.key === key && (there === undefined || isSame(there, part));
    });
    if (fits === undefined) groups.push({ key, byIndex: new Map([[part.index, part]]) });
    else fits.byIndex.set(part.index, part);
  }
  return {
    entries: groups.flatMap(({ byIndex }) =>
      [...byIndex.values()]
        .toSorted((one, other) => one.index - other.index)
        .flatMap(({ entries }) => entries),
    ),
    missing: groups.flatMap(({ byIndex }) => missingOf(byIndex)),
  };
}

interface Group {
  /** What all its codes say of the export. */
  readonly key: string;
  readonly byIndex: Map<number, ExportPart>;
}

function missingOf(byIndex: ReadonlyMap<number, ExportPart>): readonly MissingParts[] {
  const size = byIndex.values().next().value?.size ?? 0;
  const numbers = Array.from({ length: size }, (_part, index) => index + 1);
  const missing = numbers.filter((number) => !byIndex.has(number - 1));
  return missing.length === 0 ? [] : [{ size, numbers: missing }];
}

function isSame(one: ExportPart, other: ExportPart): boolean {
  return contentOf(one) === contentOf(other);
}

function contentOf({ entries }: ExportPart): string {
  return JSON.stringify(
    entries.map((entry) =>
      entry.kind === 'refused'
        ? [entry.issuer, entry.label, entry.reason]
        : [entry.account.issuer, entry.account.label, [...entry.account.secret]],
    ),
  );
}
