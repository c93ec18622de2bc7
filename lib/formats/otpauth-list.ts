import type { ExportPart, Format, ImportEntry } from './format.ts';
import { refusedEntry } from './parse/entry.ts';
import { parseExportPart } from './parse/google-payload.ts';
import { type Link, linksOf, SCHEME } from './parse/link-lines.ts';
import { isLoginTable } from './parse/login-columns.ts';
import { entryOfUri, findUriNames } from './parse/otpauth-uri.ts';
import { EntryRefusal, FileRefusal } from './parse/refusal.ts';

/**
 * A text with a set-up link on each line: the export of Ente, FreeOTP+ and
 * many others, and what a reader of QR codes prints, links of Google
 * Authenticator's export among them. '#' begins a comment.
 */
export const otpauthList: Format = {
  app: 'otpauth',
  claims: ({ text, json }) => {
    if (text === undefined || json !== undefined || /^\s*</u.test(text)) return false;
    return isCommentOnly(text) || (SCHEME.test(text) && !isLoginTable(text));
  },
  read: ({ text = '' }) => readLinks(linksOf(text), 'file'),
};

/** Each account of the texts of QR codes; undefined where none of them is a link. */
export function findCodesRead(texts: readonly string[]): LinksRead | undefined {
  if (!texts.some((text) => SCHEME.test(text))) return undefined;
  // A line end within a link was drawn into the code. A code with several links is a list.
  const lines = texts.map((text) =>
    text.split(SCHEME).length > 2 ? text : text.replaceAll(/[\r\n]/gu, ''),
  );
  return readLinks(linksOf(lines.join('\n')), 'code');
}

interface LinksRead {
  readonly entries: readonly ImportEntry[];
  readonly parts: readonly ExportPart[];
}

function readLinks(links: readonly Link[], source: 'file' | 'code'): LinksRead {
  const entries: ImportEntry[] = [];
  const parts: ExportPart[] = [];
  for (const link of links) {
    if (/^otpauth-migration:/iu.test(link.uri)) readPart(link, entries, parts);
    else entries.push(entryOfLink(link, source));
  }
  if (entries.length === 0 && parts.every((part) => part.entries.length === 0)) {
    throw new FileRefusal('no-accounts');
  }
  return { entries, parts };
}

/** Of a link whose secret or number may be cut off nothing is listed but its names. */
export function entryOfLink({ uri, line, isCutOff }: Link, source: 'file' | 'code'): ImportEntry {
  const names = { issuer: '', label: '', ...(isCutOff ? findUriNames(uri) : {}) };
  return isCutOff ? refusedEntry({ ...names, line }, 'damaged') : entryOfUri(uri, { line, source });
}

function readPart(link: Link, entries: ImportEntry[], parts: ExportPart[]): void {
  const { line, rest } = link;
  const nameless = { issuer: '', label: '' };
  try {
    const { part, taken } = readBroken(link);
    parts.push(part);
    if (part.entries.length === 0) {
      entries.push(refusedEntry({ ...nameless, line }, 'no-accounts'));
    }
    for (let at = taken; at < rest.length; at++) {
      entries.push(refusedEntry({ ...nameless, line: line + 1 + at }, 'not-otpauth'));
    }
  } catch (thrown) {
    if (!(thrown instanceof EntryRefusal)) throw thrown;
    entries.push(refusedEntry({ ...nameless, line }, thrown.reason));
  }
}

/**
 * A code of an export with as many of the next lines as make it whole. A note
 * behind it, which looks the same, makes it unreadable. Few ways are tried: a
 * text may hold many such codes.
 */
function readBroken({ uri, line, rest }: Link): {
  readonly part: ExportPart;
  readonly taken: number;
} {
  const counts = new Set([rest.length, rest.length - 1, 1].filter((count) => count > 0));
  for (const taken of counts) {
    try {
      const whole = uri + rest.slice(0, taken).join('');
      return { part: parseExportPart(whole, line), taken };
    } catch (thrown) {
      if (!(thrown instanceof EntryRefusal)) throw thrown;
    }
  }
  return { part: parseExportPart(uri, line), taken: 0 };
}

function isCommentOnly(text: string): boolean {
  // By what a line begins with: nothing here may try the same characters twice.
  return text.includes('#') && !/^[^\S\r\n\u{2028}\u{2029}]*[^\s#]/mu.test(text);
}
