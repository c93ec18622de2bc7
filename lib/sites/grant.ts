import { AppError } from '../errors.ts';
import type { Site } from './site.ts';

/** A site the user added: an exact origin, port included. */
export interface Grant {
  readonly origin: string;
  readonly grantedMs: number;
}

/** IPv4 of RFC 1918, loopback and link-local (RFC 3927). */
const PRIVATE_IPV4 = /^(?:10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01]))\./;
/** IPv6 loopback, unique local (RFC 4193) and link-local, as URL.hostname writes them. */
const PRIVATE_IPV6 = /^\[(?:::1|f[cd][0-9a-f]{2}:.*|fe[89ab][0-9a-f]:.*)\]$/;

function isPrivateHost(host: string): boolean {
  const isIpv4 = /^\d{1,3}(?:\.\d{1,3}){3}$/.test(host);
  return host === 'localhost' || (isIpv4 && PRIVATE_IPV4.test(host)) || PRIVATE_IPV6.test(host);
}

/**
 * Whether a page is of the user's own network, as VMS Local is: a private
 * address, a name without a dot, or one under a suffix that is never public
 * (RFC 6762, RFC 8375 and ICANN's 'internal').
 */
export function isLocalPage(url: string): boolean {
  const { hostname } = new URL(url);
  const isLocalName =
    !hostname.includes('.') || /\.(?:local|lan|internal|home\.arpa)$/.test(hostname);
  return isPrivateHost(hostname) || (isLocalName && !hostname.includes(':'));
}

/**
 * The origin a user may add from the page he looks at. Plain http is allowed
 * only inside his own network, and is worth a warning: whoever shares the wire
 * reads the code. Throws 'site-not-grantable' for any other scheme, for http
 * elsewhere, and for a host with a trailing dot (another origin to the browser,
 * the same to the eye).
 */
export function grantableOrigin(url: string): {
  readonly origin: string;
  readonly transport: 'encrypted' | 'plain';
} {
  if (!URL.canParse(url)) throw new AppError('site-not-grantable');
  const { protocol, hostname, origin } = new URL(url);
  if (hostname === '' || hostname.endsWith('.')) throw new AppError('site-not-grantable');
  if (protocol === 'https:') return { origin, transport: 'encrypted' };
  if (protocol === 'http:' && isPrivateHost(hostname)) return { origin, transport: 'plain' };
  throw new AppError('site-not-grantable');
}

/**
 * The match pattern to ask the browser for. It has no port, because Firefox
 * knows none in patterns; it therefore matches every port, and every decision
 * compares the origin again.
 */
export function patternOfOrigin(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

/** A granted origin as a site of its own. */
export function siteOfGrant({ origin }: Grant): Site {
  return { id: origin, name: new URL(origin).host, origins: [origin], issuer: '' };
}
