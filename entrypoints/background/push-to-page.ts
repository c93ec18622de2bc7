import { pushTo, type PageTarget } from '../../lib/browser/tabs.ts';
import type { PagePushes } from '../../lib/protocol/page-messages.ts';

/** Sends a push of the protocol to one document of a page; 'gone' when that document is no longer there. */
export function pushToPage<Name extends keyof PagePushes>(
  to: PageTarget,
  push: Name,
  tell: Parameters<PagePushes[Name]>[0],
): Promise<'delivered' | 'gone'> {
  return pushTo(to, { push, tell });
}
