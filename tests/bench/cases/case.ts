/** A case as its file has it: what someone ran into with another authenticator, and what is right. */
export interface Case {
  readonly id: string;
  readonly kind: 'uri' | 'typed' | 'migration' | 'picture' | 'screen' | 'field' | 'flow' | 'search';
  readonly input: unknown;
  readonly expected: Readonly<Record<string, unknown>>;
}

/**
 * right: as expected. offered: nothing was filled, but the badge stands at a
 * field; whether that is right is for a person to judge. wrong: anything else.
 */
export interface Verdict {
  readonly kind: 'right' | 'offered' | 'wrong';
  /** What came, in a few words. */
  readonly came: string;
}

export function verdictOf(isRight: boolean, came: string): Verdict {
  return { kind: isRight ? 'right' : 'wrong', came };
}

const KINDS: readonly string[] = [
  'uri',
  'typed',
  'migration',
  'picture',
  'screen',
  'field',
  'flow',
  'search',
] satisfies readonly Case['kind'][];

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The cases of a file's text. Throws a sentence that names the first one that is none. */
export function parseCases(text: string): readonly Case[] {
  const list: unknown = JSON.parse(text);
  if (!Array.isArray(list)) throw new Error('The file holds no list of cases.');
  return list.map((one: unknown, index) => {
    const isCase =
      isRecord(one) &&
      typeof one['id'] === 'string' &&
      typeof one['kind'] === 'string' &&
      KINDS.includes(one['kind']) &&
      'input' in one &&
      isRecord(one['expected']);
    if (!isCase) throw new Error(`Entry ${index + 1} of the file is no case.`);
    return one as unknown as Case;
  });
}

/** A field of a case's input or expectation that has to be a text. */
export function textOf(record: unknown, name: string): string {
  const value = isRecord(record) ? record[name] : undefined;
  if (typeof value !== 'string') throw new Error(`The case has no ${name}.`);
  return value;
}
