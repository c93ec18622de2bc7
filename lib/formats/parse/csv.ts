import { FileRefusal } from './refusal.ts';

const MAX_ROWS = 100_000;
/** Longest first row that is looked at for column names. */
const MAX_HEADER = 4096;

export interface CsvHeader {
  readonly separator: string;
  /** Lower case, trimmed. */
  readonly columns: readonly string[];
}

export interface CsvRow {
  /** Where the row starts, from 1. */
  readonly line: number;
  /** The cells of the wanted columns alone. */
  readonly cells: ReadonlyMap<number, string>;
}

/** The column names of the first row, by whichever separator gives most; undefined when there is but one. */
export function findCsvHeader(text: string): CsvHeader | undefined {
  const start = text.slice(0, MAX_HEADER);
  const first = /^[^\r\n]*/u.exec(start)?.[0] ?? '';
  const headers = [',', ';', '\t'].map((separator) => {
    const all = new Set(Array.from(first, (_character, index) => index));
    const [row] = readRows(first, separator, all);
    const columns = [...(row?.cells.values() ?? [])].map((name) => name.trim().toLowerCase());
    return { separator, columns };
  });
  const best = headers.reduce((one, other) =>
    other.columns.length > one.columns.length ? other : one,
  );
  return best.columns.length > 1 ? best : undefined;
}

/**
 * The rows of RFC 4180 text, the header's included. Cells of other columns are
 * passed over and never become a string: passwords stand in them. Throws
 * FileRefusal 'too-large'.
 */
export function readRows(
  text: string,
  separator: string,
  wanted: ReadonlySet<number>,
): readonly CsvRow[] {
  const rows: CsvRow[] = [];
  let cells = new Map<number, string>();
  let column = 0;
  let line = 1;
  let rowLine = 1;
  let at = 0;
  while (at <= text.length) {
    const end =
      text.charAt(at) === '"' ? endOfQuoted(text, at, separator) : endOfPlain(text, at, separator);
    if (wanted.has(column)) cells.set(column, cellOf(text.slice(at, end)));
    line += countLines(text, at, end);
    const after = text.charAt(end);
    at = end + 1;
    column += 1;
    if (after === separator) continue;
    if (after === '\r' && text.charAt(at) === '\n') at += 1;
    line += 1;
    rows.push({ line: rowLine, cells });
    if (rows.length > MAX_ROWS) throw new FileRefusal('too-large');
    cells = new Map();
    column = 0;
    rowLine = line;
  }
  return rows;
}

function endOfPlain(text: string, start: number, separator: string): number {
  let at = start;
  while (at < text.length) {
    const character = text.charAt(at);
    if (character === separator || character === '\n' || character === '\r') return at;
    at += 1;
  }
  return at;
}

/** Behind the closing quote, and behind whatever wrongly stands between it and the next separator. */
function endOfQuoted(text: string, start: number, separator: string): number {
  return endOfPlain(text, closingQuote(text, start) + 1, separator);
}

/** Where the quote that ends a quoted cell stands; the end of the text where none does. */
function closingQuote(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length) {
    if (text.charAt(at) !== '"') at += 1;
    else if (text.charAt(at + 1) === '"') at += 2;
    else return at;
  }
  return at;
}

function countLines(text: string, start: number, end: number): number {
  let lines = 0;
  for (let at = start; at < end; at++) if (text.charCodeAt(at) === 0x0a) lines += 1;
  return lines;
}

function cellOf(raw: string): string {
  if (!raw.startsWith('"')) return raw;
  const close = closingQuote(raw, 0);
  return raw.slice(1, close).replaceAll('""', '"') + raw.slice(close + 1);
}
