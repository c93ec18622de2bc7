import type { Site } from './site.ts';
import { vmsCloud } from './vms-cloud.ts';

export const sites: readonly Site[] = [vmsCloud];

/**
 * The site whose origin is exactly `origin` (scheme, host, port; no trailing
 * dot), or undefined. A match pattern is wider than this: it also matches any
 * port and the host with a trailing dot, so every decision goes through here.
 */
export function findSite(origin: string): Site | undefined {
  return sites.find((site) => site.origins.includes(origin));
}

/** Match patterns for the manifest: every registered origin. */
export const matchPatterns: readonly string[] = sites.flatMap((site) =>
  site.origins.map((origin) => `${origin}/*`),
);

/** The proper name of a registered site; a granted site's id is its origin, and that is its name. */
export function nameOfSite(id: string): string {
  return sites.find((site) => site.id === id)?.name ?? id;
}
