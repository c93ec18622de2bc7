import type { Scan } from '../../lib/policy/scan.ts';
import { sites } from '../../lib/sites/index.ts';

/** The sites on which the account of a scan will be filled. */
export function sitesOfScan(
  { from }: { readonly from?: Scan['from'] | undefined },
  issuer: string,
): readonly string[] {
  return from ? [from.siteId] : sitesOfIssuer(issuer);
}

/** The sites of an account that was not read on a site: those whose enrolments bear its issuer. */
export function sitesOfIssuer(issuer: string): readonly string[] {
  return sites
    .filter((site) => site.issuer.toLowerCase() === issuer.toLowerCase())
    .map((site) => site.id);
}
