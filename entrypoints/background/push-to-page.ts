import { pushTo, type PageTarget } from '../../lib/browser/tabs.ts';
import type { PagePushes } from '../../lib/protocol/page-messages.ts';

/** Tells one document of a page; 'gone' when it is no longer there. */
export function tell<Name extends keyof PagePushes>(
  to: PageTarget,
  push: Name,
  what: Parameters<PagePushes[Name]>[0],
): Promise<'told' | 'gone'> {
  return pushTo(to, { push, tell: what });
}
