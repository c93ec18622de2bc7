import type { ExportPart, Format, ImportEntry } from './format.ts';
import { refusedEntry } from './parse/entry.ts';
import { parseExportPart } from './parse/google-payload.ts';
import { isLoginTable } from './parse/login-columns.ts';
import { entryOfUri } from './parse/otpauth-uri.ts';
import { EntryRefusal, FileRefusal } from './parse/refusal.ts';

const SCHEME = /(?:otpauth(?:-migration)?|steam|motp):\/\//iu;
const MAX_LINES = 200_000;

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
  read: ({ text = '' }) => {
    const entries: ImportEntry[] = [];
    const parts: ExportPart[] = [];
    for (const { uri, line } of linksOf(text)) {
      if (/^otpauth-migration:/iu.test(uri)) readPart({ uri, line }, entries, parts);
      else entries.push(entryOfUri(uri, { line }));
    }
    if (entries.length === 0 && parts.every((part) => part.entries.length === 0)) {
      throw new FileRefusal('no-accounts');
    }
    return { entries, parts };
  },
};

interface Link {
  /** What stands on the line, if it holds no link. */
  readonly uri: string;
  readonly line: number;
}

function linksOf(text: string): readonly Link[] {
  const lines = text.split(/\r\n|\r|\n/u, MAX_LINES + 1);
  if (lines.length > MAX_LINES) throw new FileRefusal('too-large');
  return lines.flatMap((whole, at) => {
    const content = whole.trim();
    if (content === '' || content.startsWith('#')) return [];
    // Older files of Ente part their links by commas.
    const links = content.split(/,\s*(?=(?:otpauth|steam):\/\/)/iu);
    return links.map((link) => ({ uri: withoutPrefix(link), line: at + 1 }));
  });
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

function readPart({ uri, line }: Link, entries: ImportEntry[], parts: ExportPart[]): void {
  try {
    const part = parseExportPart(uri, line);
    parts.push(part);
    if (part.entries.length === 0) {
      entries.push(refusedEntry({ issuer: '', label: '', line }, 'no-accounts'));
    }
  } catch (thrown) {
    if (!(thrown instanceof EntryRefusal)) throw thrown;
    entries.push(refusedEntry({ issuer: '', label: '', line }, thrown.reason));
  }
}

function isCommentOnly(text: string): boolean {
  // By what a line begins with: nothing here may try the same characters twice.
  return text.includes('#') && !/^[^\S\r\n]*[^\s#]/mu.test(text);
}
