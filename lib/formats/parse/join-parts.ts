import { AppError } from '../../errors.ts';
import type { ExportPart, ImportEntry } from '../format.ts';

/** How many codes the exports that lack some may have together: every missing one is listed. */
const MAX_LISTED = 100_000;

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
 * they agree in its size; where one number comes with two contents, the second
 * begins another export. Throws 'import-too-large' where too many codes are missing to be listed.
 */
export function joinParts(parts: readonly ExportPart[]): JoinedParts {
  const groups: Map<number, ExportPart>[] = [];
  const groupsByKey = new Map<string, Map<number, ExportPart>[]>();
  const contents = new Map<string, Set<string>>();
  for (const part of parts) {
    const key = `${part.size} ${part.exportId ?? ''}`;
    const seen = getOr(contents, `${part.index} ${key}`, () => new Set());
    const content = contentOf(part);
    if (seen.has(content)) continue;
    const alike = getOr(groupsByKey, key, () => []);
    // As many exports as this number has had contents are full at it.
    const group = alike[seen.size] ?? new Map<number, ExportPart>();
    if (alike[seen.size] === undefined) {
      alike.push(group);
      groups.push(group);
    }
    group.set(part.index, part);
    seen.add(content);
  }
  const incomplete = groups.filter((group) => group.size < sizeOf(group));
  const listed = incomplete.reduce((sum, group) => sum + sizeOf(group), 0);
  if (listed > MAX_LISTED) throw new AppError('import-too-large');
  return {
    entries: groups.flatMap((group) =>
      [...group.values()]
        .toSorted((one, other) => one.index - other.index)
        .flatMap(({ entries }) => entries),
    ),
    missing: incomplete.map((group) => missingOf(group)),
  };
}

function getOr<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}

/** As each of its codes says it. */
function sizeOf(byIndex: ReadonlyMap<number, ExportPart>): number {
  return byIndex.values().next().value?.size ?? 0;
}

function missingOf(byIndex: ReadonlyMap<number, ExportPart>): MissingParts {
  const size = sizeOf(byIndex);
  const numbers = Array.from({ length: size }, (_part, index) => index + 1);
  return { size, numbers: numbers.filter((number) => !byIndex.has(number - 1)) };
}

/** All that an account is: two may differ in the counter alone. */
function contentOf({ entries }: ExportPart): string {
  return JSON.stringify(
    entries.map((entry) =>
      entry.kind === 'refused'
        ? [entry.issuer, entry.label, entry.reason]
        : { ...entry.account, secret: [...entry.account.secret] },
    ),
  );
}
