/**
 * The syntax of a set-up link, and every way in which those in the wild depart
 * from it without a doubt about what was meant. What the parts mean is for
 * uri.ts, which stands before a page of anyone, and for lib/formats, which
 * reads files their owner chose.
 */

import { decodeAnyText } from './any-text.ts';

export interface UriParts {
  /** In lower case. */
  readonly type: string;
  /** The label, still escaped. */
  readonly path: string;
  /** By name in lower case, each with all its values. */
  readonly parameters: ReadonlyMap<string, readonly string[]>;
}

/** Parameters that make a label's own '?' distinguishable from the one before the query. */
const QUERY_START =
  /\?(?=(?:&?(?:amp;|#0*38;|#x0*26;))?(?:secret|issuer|algorithm|digits|period|counter|image|encoder|codedisplay|2step_[a-z_]+)(?:=|&|$))/iu;

/** A page that escaped its link for HTML before drawing it wrote '&amp;' for '&', or its number, or did so twice. */
const SEPARATOR = /&(?:amp;|#0*38;|#x0*26;)*/iu;

/** Undefined for a text that is no otpauth link. No part is a fragment: pages leave '#' in labels unescaped. */
export function findUriParts(text: string): UriParts | undefined {
  const scheme = /^otpauth:\/\//iu.exec(text);
  if (!scheme) return undefined;
  const rest = text.slice(scheme[0].length);
  const start = QUERY_START.exec(rest)?.index ?? rest.indexOf('?');
  const before = start < 0 ? rest : rest.slice(0, start);
  const slash = before.indexOf('/');
  return {
    type: (slash < 0 ? before : before.slice(0, slash)).trim().toLowerCase(),
    path: slash < 0 ? '' : before.slice(slash + 1),
    parameters: parseQuery(start < 0 ? '' : rest.slice(start + 1)),
  };
}

function parseQuery(query: string): ReadonlyMap<string, readonly string[]> {
  const parameters = new Map<string, string[]>();
  for (const pair of query.split(SEPARATOR)) {
    const equals = pair.indexOf('=');
    const name = decodePercent(equals < 0 ? pair : pair.slice(0, equals));
    const key = withoutEdges(name).toLowerCase();
    if (key === '') continue;
    // Here '+' is a space, as form encoders write it; in the path it is a plus,
    // because people have addresses like maria+vms@example.com.
    const value = equals < 0 ? '' : pair.slice(equals + 1).replaceAll('+', ' ');
    const values = parameters.get(key) ?? [];
    values.push(decodePercent(value));
    parameters.set(key, values);
  }
  return parameters;
}

/**
 * The value of a parameter, '' where it is absent or says 'null'; undefined
 * where two say different things. Readers differ in which of two they take: one
 * shows the user an account, another keeps it.
 */
export function findValue({ parameters }: UriParts, name: string): string | undefined {
  const [first = '', ...others] = parameters.get(name) ?? [];
  if (others.some((other) => other !== first)) return undefined;
  return first === 'null' ? '' : first;
}

/**
 * Undoes percent-encoding. A '%' that begins no escape stands for itself, as in
 * 'Rebate 50%'. Bytes that are no UTF-8 are those of an old server ('Caf%E9');
 * the user sees the name before it is saved.
 */
export function decodePercent(text: string): string {
  return text.replaceAll(/(?:%[0-9a-f]{2})+/giu, (escapes) =>
    decodeAnyText(Uint8Array.from(escapes.slice(1).split('%'), (hex) => Number.parseInt(hex, 16))),
  );
}

/** Without white space and unseen characters at both ends: they come along when a link is copied. */
export function withoutEdges(text: string): string {
  const inner = /[^\s\p{Cf}](?:.*[^\s\p{Cf}])?/su.exec(text);
  return inner?.[0] ?? '';
}
