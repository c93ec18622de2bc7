/**
 * A site is data: where a log-in family lives. The manifest's match patterns
 * and every release decision read the same exact origins.
 */
export interface Site {
  readonly id: string;
  /** Proper name, shown as it is. */
  readonly name: string;
  /** Exact origins (scheme, host, default port): nothing else is this site. */
  readonly origins: readonly string[];
  /** The issuer its enrolment QR is expected to bear; used to rank, never to recognise. */
  readonly issuer: string;
  /** Prompts of its own pages that may be filled by themselves though the finder is in doubt. */
  readonly prompts?: readonly KnownPrompt[];
}

/** What a prompt of a site looks like; `path` as its address has it, with '*' for each part that is an id. */
export interface KnownPrompt {
  readonly path: string;
  readonly boxes: number;
  readonly maxLength: number;
}
