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
}
