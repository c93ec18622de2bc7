import { undoUntilMs, type Scan } from '../../lib/policy/scan.ts';
import type { Core } from './core.ts';
import { releaseCode } from './enrolment-code.ts';
import { pushToPage } from './push-to-page.ts';

interface Undo {
  readonly undoUntilMs?: number;
}

/** Until when the page may undo that another account went into the bin for it, where one did. */
export function undoOf(core: Core, saved: Scan): Undo {
  const untilMs = undoUntilMs(saved, core.nowMs());
  return untilMs === undefined ? {} : { undoUntilMs: untilMs };
}

/**
 * Tells the page that shows it, with the code for its field where codes of the account go into pages.
 * Throws 'vault-locked'.
 */
export async function tellSaved(
  core: Core,
  scanId: string,
  saved: Scan,
  undo: Undo = {},
): Promise<void> {
  const { from, accountId, alternativeTo } = saved;
  if (!from || accountId === undefined) return;
  const { type } = await core.vault.account(accountId);
  // The user or the administrator may have taken the site away while its page stayed open.
  const isSite = (await core.sites.all()).some(({ id }) => id === from.siteId);
  const isFilled = isSite && type === 'totp';
  const code = isFilled ? { code: await releaseCode(core, scanId, saved) } : {};
  await pushToPage(from, 'scanSaved', { scanId: alternativeTo ?? scanId, ...code, ...undo });
}
