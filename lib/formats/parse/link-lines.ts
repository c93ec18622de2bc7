import { FileRefusal } from './refusal.ts';

export const SCHEME = /(?:otpauth(?:-migration)?|steam|motp):\/\//iu;
const MIGRATION = /^otpauth-migration:/iu;

const MAX_LINES = 200_000;
/** One code of an export is 1,500 characters, which mail breaks into 20 lines. */
const MAX_JOINED = 40;
/** The longest secret has 410 letters: what stands before the last of a link is not looked at. */
const END = 600;

export interface Link {
  /** What stands on the line, if it holds no link. */
  readonly uri: string;
  /** Where it begins, from 1. */
  readonly line: number;
  /** Whether its key or a number may go on in the next line: nobody can tell. */
  readonly isCutOff: boolean;
  /** Lines behind a code of an export that may be the rest of it. */
  readonly rest: readonly string[];
}

/** The links of a text and whatever else stands on its lines, but for comments. Throws FileRefusal 'too-large'. */
export function linksOf(text: string): readonly Link[] {
  const lines = text.split(/\r\n|\r|\n/u, MAX_LINES + 1).map((line) => line.trim());
  if (lines.length > MAX_LINES) throw new FileRefusal('too-large');
  const links: Link[] = [];
  let at = 0;
  while (at < lines.length) {
    const content = lines[at] ?? '';
    const line = at + 1;
    at += 1;
    if (content === '' || content.startsWith('#')) continue;
    // Older files of Ente part their links by commas.
    const texts = content.split(/,\s*(?=(?:otpauth|steam):\/\/)/iu);
    const last = texts.pop() ?? '';
    for (const one of texts) {
      links.push({ uri: withoutPrefix(one), line, isCutOff: false, rest: [] });
    }
    const whole = joinLines(withoutPrefix(last), lines.slice(at, at + MAX_JOINED));
    links.push({ uri: whole.uri, line, isCutOff: whole.isCutOff, rest: whole.rest });
    at += whole.taken;
  }
  return links;
}

interface Joined {
  readonly uri: string;
  readonly isCutOff: boolean;
  readonly rest: readonly string[];
  /** How many of the next lines belong to it. */
  readonly taken: number;
}

/**
 * A link with the lines that it was broken over, as mail does with a long one.
 * A line that has the syntax of a link but not its beginning can be nothing
 * else. A line of letters behind a secret may be its rest or somebody's note:
 * taking it or leaving it could change the secret.
 */
function joinLines(link: string, next: readonly string[]): Joined {
  const none = { uri: link, isCutOff: false, rest: [], taken: 0 };
  if (!SCHEME.test(link.slice(0, 20))) return none;
  if (MIGRATION.test(link)) return { ...none, ...restOfExport(next) };
  let uri = link;
  let taken = 0;
  let isCutOff = false;
  for (const line of next) {
    if (isRest(line)) uri += line;
    else if (mayContinue(uri.slice(-END), line)) {
      isCutOff = true;
      uri += line;
    } else break;
    taken += 1;
  }
  // What may be the end of a secret is its middle where more of the link follows.
  return { uri, isCutOff: isCutOff && !isRest(next[taken - 1] ?? ''), rest: [], taken };
}

/** Whether only a link can hold such a line, which does not begin one. */
function isRest(line: string): boolean {
  if (SCHEME.test(line)) return false;
  return (
    /^(?:[&?][a-z2]|%[0-9a-f]{2})/iu.test(line) ||
    /[?&](?:secret|issuer|algorithm|digits|period|counter)=/iu.test(line)
  );
}

/** Whether the last value of a link, its secret or a number, may go on in this line. */
function mayContinue(link: string, line: string): boolean {
  if (/[?&;](?:digits|period|counter)=\d*$/iu.test(link)) return /^\d+$/u.test(line);
  const secret = /(?:[?&;]secret=|^steam:\/\/)([a-z2-7=+%-]+)$/iu.exec(link)?.[1];
  if (secret === undefined) return false;
  const isCapital = !/[a-z]/u.test(secret);
  const isSmall = !/[A-Z]/u.test(secret);
  // A name beside a secret is seldom written as the secret is, in capitals or small letters alone.
  const letters = isCapital ? /^[A-Z2-7]+=*$/u : isSmall ? /^[a-z2-7]+=*$/u : /^[a-z2-7]+=*$/iu;
  return letters.test(line);
}

/** Lines of nothing but base64; whether they belong to the code is known when it is read. */
function restOfExport(next: readonly string[]): {
  readonly rest: string[];
  readonly taken: number;
} {
  const end = next.findIndex((line) => !/^[\w+/%=-]+$/u.test(line));
  const rest = next.slice(0, end < 0 ? next.length : end);
  return { rest, taken: rest.length };
}

/** Scanners write 'QR-Code:' before a link, and some lists quote it. */
function withoutPrefix(text: string): string {
  const start = SCHEME.exec(text)?.index ?? 0;
  const quote = /["'`<]$/u.exec(text.slice(0, start))?.[0];
  const link = text.slice(start);
  if (quote === undefined) return link;
  const end = link.indexOf(quote === '<' ? '>' : quote);
  return end < 0 ? link : link.slice(0, end);
}
