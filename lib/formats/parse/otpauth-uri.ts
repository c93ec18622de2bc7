/**
 * otpauth://TYPE/LABEL?secret=…&issuer=…&algorithm=…&digits=…&period=…&counter=…
 * as exports and lists hold it. lib/otp's parser stands before a QR on a page
 * of anyone; this one reads files their owner chose, so it takes every spelling
 * the key does not hang on, and every kind of account.
 */
import { STEAM_PARAMETERS } from '../../otp/account.ts';
import { decodePercent, findUriParts, findValue, type UriParts } from '../../otp/uri-parts.ts';
import type { ImportEntry } from '../format.ts';
import {
  algorithmOf,
  entryOf,
  refusedEntry,
  wholeOf,
  type EntryName,
  type RawAccount,
} from './entry.ts';
import { EntryRefusal } from './refusal.ts';
import { decodeSecret } from './secret.ts';

/** Where the entry stands, and the names it has where its URI has none. */
export interface UriPlace {
  readonly line?: number | undefined;
  readonly issuer?: string;
  readonly label?: string;
  /**
   * A QR code in a picture is one account of an issuer who may have written
   * period=0 for the default: taken, with a word, as when it is scanned. In a
   * file of another app it is damage, and refused.
   */
  readonly source?: 'file' | 'code';
}

interface NamedParts extends UriParts {
  readonly issuer: string;
  readonly label: string;
}

/** Ente writes a note of any length into its links. */
const MAX_URI = 100_000;

/** The account of `otpauth://…`, `steam://SECRET`, or a refusal by name. */
export function entryOfUri(uri: string, place: UriPlace = {}): ImportEntry {
  const text = uri.trim();
  if (text.length > MAX_URI)
    return refusedEntry({ issuer: '', label: '', line: place.line }, 'damaged');
  const isCode = place.source === 'code';
  const steam = /^steam:\/\/(.*)$/isu.exec(text);
  const parts = steam ? undefined : splitUri(text);
  const name = {
    issuer: parts?.issuer || place.issuer || (steam ? 'Steam' : ''),
    label: parts?.label || place.label || '',
    line: place.line,
  };
  const entry = entryOf(name, () => {
    if (steam) {
      return { type: 'steam', ...name, secret: decodeSecret(decodePercent(steam[1] ?? '')) };
    }
    if (!parts) throw new EntryRefusal('not-otpauth');
    const raw = rawAccountOf(parts, name);
    return isCode && hasNoPeriod(parts) ? { ...raw, period: undefined } : raw;
  });
  if (entry.kind !== 'account' || parts === undefined) return entry;
  return {
    ...entry,
    ...(isTrash(parts) ? { trashed: true } : {}),
    ...(isCode && hasNoPeriod(parts) ? { assumed: 'period' } : {}),
  };
}

/** The issuer and label a URI names; undefined when it is none. */
export function findUriNames(uri: string): Pick<EntryName, 'issuer' | 'label'> | undefined {
  return uri.length > MAX_URI ? undefined : splitUri(uri.trim());
}

function rawAccountOf(parts: NamedParts, name: EntryName): RawAccount {
  const { parameters } = parts;
  // A key in two halves (2step_*), or any coding but Steam's, gives other codes than the secret alone.
  if ([...parameters.keys()].some((key) => key.startsWith('2step_'))) {
    throw new EntryRefusal('unsupported-type');
  }
  // Two names are refused here and taken for one by others: nobody knows which is meant.
  valueOf(parts, 'issuer');
  const type = typeOf(parts);
  if (type === 'steam') checkSteam(parts);
  return {
    type,
    issuer: name.issuer,
    label: name.label,
    secret: decodeSecret(valueOf(parts, 'secret')),
    algorithm: valueOf(parts, 'algorithm'),
    digits: valueOf(parts, 'digits'),
    period: valueOf(parts, 'period'),
    counter: valueOf(parts, 'counter'),
  };
}

function typeOf(parts: NamedParts): RawAccount['type'] {
  const { type, issuer } = parts;
  const encoder = valueOf(parts, 'encoder').toLowerCase();
  if (encoder !== '' && encoder !== 'steam') throw new EntryRefusal('unsupported-type');
  switch (type) {
    case 'steam':
      return 'steam';
    case 'hotp':
      return 'hotp';
    case 'totp': {
      // Five digits for Steam are its five letters; six may be anybody's.
      const isSteam = issuer.toLowerCase() === 'steam' && valueOf(parts, 'digits') === '5';
      return encoder === 'steam' || isSteam ? 'steam' : 'totp';
    }
    default:
      throw new EntryRefusal('unsupported-type');
  }
}

function hasNoPeriod(parts: NamedParts): boolean {
  return parts.type === 'totp' && /^\s*0+\s*$/u.test(findValue(parts, 'period') ?? '');
}

/**
 * Steam's codes know no other period and algorithm: of whoever wrote a link
 * with another one, nobody knows what he meant. The number of digits is his
 * app's default, and means nothing.
 */
function checkSteam(parts: NamedParts): void {
  const period = wholeOf(valueOf(parts, 'period')) ?? 0;
  if (period !== 0 && period !== STEAM_PARAMETERS.periodSeconds) {
    throw new EntryRefusal('invalid-period');
  }
  if (algorithmOf(valueOf(parts, 'algorithm')) !== STEAM_PARAMETERS.algorithm) {
    throw new EntryRefusal('unsupported-algorithm');
  }
}

/** '' when absent. */
function valueOf(parts: UriParts, name: string): string {
  const value = findValue(parts, name);
  if (value === undefined) throw new EntryRefusal('damaged');
  return value;
}

function splitUri(text: string): NamedParts | undefined {
  const parts = findUriParts(text.replace(/^motp:\/\//iu, 'otpauth://motp/'));
  if (!parts) return undefined;
  const issuer = parts.parameters.get('issuer')?.[0]?.trim() ?? '';
  return { ...parts, ...splitLabel(parts.path, issuer === 'null' ? '' : issuer) };
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

/** Ente keeps what its users threw away beside the rest. */
function isTrash({ parameters }: UriParts): boolean {
  const display = parameters.get('codedisplay')?.[0] ?? '';
  return /"trashed"\s*:\s*true\b/u.test(display);
}
