/**
 * otpauth://TYPE/LABEL?secret=…&issuer=…&algorithm=…&digits=…&period=…&counter=…
 * as exports and lists hold it. lib/otp's parser stands before a QR on a page
 * of anyone; this one reads files their owner chose, so it takes every spelling
 * the key does not hang on, and every kind of account.
 */
import { findUtf8 } from '../../crypto/bytes.ts';
import type { ImportEntry } from '../format.ts';
import { entryOf, refusedEntry, type EntryName, type RawAccount } from './entry.ts';
import { EntryRefusal } from './refusal.ts';
import { decodeSecret } from './secret.ts';

/** Where the entry stands, and the names it has where its URI has none. */
export interface UriPlace {
  readonly line?: number | undefined;
  readonly issuer?: string;
  readonly label?: string;
}

interface UriParts {
  readonly type: string;
  readonly issuer: string;
  readonly label: string;
  readonly parameters: ReadonlyMap<string, readonly string[]>;
}

/** Ente writes a note of any length into its links. */
const MAX_URI = 100_000;

/** Parameters that make a label's own '?' distinguishable from the one before the query. */
const QUERY_START =
  /\?(?=(?:amp;)?(?:secret|issuer|algorithm|digits|period|counter|image|encoder|codedisplay|2step_[a-z_]+)(?:=|&|$))/iu;

/** The account of `otpauth://…`, `steam://SECRET`, or a refusal by name. */
export function entryOfUri(uri: string, place: UriPlace = {}): ImportEntry {
  const text = uri.trim();
  if (text.length > MAX_URI)
    return refusedEntry({ issuer: '', label: '', line: place.line }, 'damaged');
  const steam = /^steam:\/\/(.*)$/isu.exec(text);
  const parts = steam ? undefined : splitUri(text);
  const name = {
    issuer: parts?.issuer || place.issuer || (steam ? 'Steam' : ''),
    label: parts?.label || place.label || '',
    line: place.line,
  };
  const entry = entryOf(name, () => {
    if (steam) return { type: 'steam', ...name, secret: decodeSecret(steam[1] ?? '') };
    if (!parts) throw new EntryRefusal('not-otpauth');
    return rawAccountOf(parts, name);
  });
  const isTrashed = entry.kind === 'account' && parts !== undefined && isTrash(parts);
  return isTrashed ? { ...entry, trashed: true } : entry;
}

/** The issuer and label a URI names; undefined when it is none. */
export function findUriNames(uri: string): Pick<EntryName, 'issuer' | 'label'> | undefined {
  return uri.length > MAX_URI ? undefined : splitUri(uri.trim());
}

function rawAccountOf(parts: UriParts, name: EntryName): RawAccount {
  const { parameters } = parts;
  // A key in two halves (2step_*), or any coding but Steam's, gives other codes than the secret alone.
  if ([...parameters.keys()].some((key) => key.startsWith('2step_'))) {
    throw new EntryRefusal('unsupported-type');
  }
  const type = typeOf(parts);
  return {
    type,
    issuer: name.issuer,
    label: name.label,
    secret: decodeSecret(valueOf(parameters, 'secret')),
    algorithm: valueOf(parameters, 'algorithm'),
    digits: valueOf(parameters, 'digits'),
    period: valueOf(parameters, 'period'),
    counter: valueOf(parameters, 'counter'),
  };
}

function typeOf({ type, issuer, parameters }: UriParts): RawAccount['type'] {
  const encoder = valueOf(parameters, 'encoder').toLowerCase();
  if (encoder !== '' && encoder !== 'steam') throw new EntryRefusal('unsupported-type');
  switch (type.toLowerCase()) {
    case 'steam':
      return 'steam';
    case 'hotp':
      return 'hotp';
    case 'totp': {
      // Five digits for Steam are its five letters; six may be anybody's.
      const isSteam = issuer.toLowerCase() === 'steam' && valueOf(parameters, 'digits') === '5';
      return encoder === 'steam' || isSteam ? 'steam' : 'totp';
    }
    default:
      throw new EntryRefusal('unsupported-type');
  }
}

/** '' when absent; two values that differ are refused, because readers differ in which they take. */
function valueOf(parameters: UriParts['parameters'], name: string): string {
  const values = parameters.get(name) ?? [];
  const [first = ''] = values;
  if (values.some((value) => value !== first)) throw new EntryRefusal('damaged');
  return first;
}

function splitUri(text: string): UriParts | undefined {
  const scheme = /^(otpauth|motp):\/\//iu.exec(text);
  if (!scheme) return undefined;
  const rest = text.slice(scheme[0].length);
  const start = QUERY_START.exec(rest)?.index ?? rest.indexOf('?');
  const before = start < 0 ? rest : rest.slice(0, start);
  const parameters = parseQuery(start < 0 ? '' : rest.slice(start + 1));
  const isMotp = scheme[1]?.toLowerCase() === 'motp';
  const slash = isMotp ? -1 : before.indexOf('/');
  const type = isMotp ? 'motp' : before.slice(0, slash < 0 ? before.length : slash);
  const path = isMotp || slash >= 0 ? before.slice(slash + 1) : '';
  const issuer = parameters.get('issuer')?.[0]?.trim() ?? '';
  return { type, parameters, ...splitLabel(path, issuer === 'null' ? '' : issuer) };
}

/**
 * The issuer parameter wins over the label's prefix, which then stays in the
 * label if it is another name: it may be all that tells two accounts apart.
 */
function splitLabel(path: string, issuer: string): { issuer: string; label: string } {
  const whole = decodePercent(path).trim();
  if (issuer === '') {
    // A colon as it is parts the names even where an escaped one stands in the issuer.
    const plain = path.indexOf(':');
    const head = plain < 0 ? whole.split(':', 1).join('') : decodePercent(path.slice(0, plain));
    if (!whole.includes(':')) return { issuer: '', label: whole };
    const tail = plain < 0 ? whole.slice(head.length + 1) : decodePercent(path.slice(plain + 1));
    return { issuer: head.trim(), label: tail.trim() };
  }
  const repeats = fold(whole.slice(0, issuer.length)) === fold(issuer);
  const rest = repeats ? whole.slice(issuer.length).trimStart() : '';
  if (rest.startsWith(':')) return { issuer, label: rest.slice(1).trim() };
  return { issuer, label: whole.replace(/^:\s*/u, '') };
}

function fold(name: string): string {
  return name.replaceAll('+', ' ').toLowerCase();
}

function parseQuery(query: string): Map<string, string[]> {
  const parameters = new Map<string, string[]>();
  for (const pair of query.split('&')) {
    const equals = pair.indexOf('=');
    // Copied out of HTML, '&' is '&amp;'.
    const name = decodePercent(equals < 0 ? pair : pair.slice(0, equals)).replace(/^amp;/u, '');
    const value = equals < 0 ? '' : pair.slice(equals + 1).replaceAll('+', ' ');
    const key = name.trim().toLowerCase();
    if (key === '') continue;
    const values = parameters.get(key) ?? [];
    values.push(decodePercent(value));
    parameters.set(key, values);
  }
  return parameters;
}

/** Percent escapes as UTF-8, or as Latin-1 where they are none; a bare '%' stays. */
function decodePercent(text: string): string {
  return text.replaceAll(/(?:%[0-9a-f]{2})+/giu, (run) => {
    const bytes = Uint8Array.from(run.slice(1).split('%'), (pair) => Number.parseInt(pair, 16));
    return findUtf8(bytes) ?? new TextDecoder('windows-1252').decode(bytes);
  });
}

/** Ente keeps what its users threw away beside the rest. */
function isTrash({ parameters }: UriParts): boolean {
  const display = parameters.get('codedisplay')?.[0] ?? '';
  return /"trashed"\s*:\s*true\b/u.test(display);
}
