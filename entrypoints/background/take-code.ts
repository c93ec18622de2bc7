import { wasGiven, withGiven } from '../../lib/policy/given-codes.ts';
import { decideRelease, type ReleaseFacts } from '../../lib/policy/release.ts';
import type { ReleasedCode } from '../../lib/protocol/page-messages.ts';
import type { Core } from './core.ts';
import { noteUsed } from './recent-accounts.ts';

interface CodeRequest extends Pick<ReleaseFacts, 'promptState' | 'servedCounter'> {
  readonly accountId: string;
  readonly siteId: string;
  /** How far the site's clock is ahead of ours: its own clock decides. */
  readonly clockOffsetMs: number;
}

type TakenCode =
  | { readonly kind: 'taken'; readonly code: ReleasedCode; readonly counter: number }
  /** Unix time, ms, by this computer's clock. */
  | { readonly kind: 'wait'; readonly untilMs: number };

/**
 * The present code of an account for a page. It is noted as used before it is
 * given away, so that a crash in between cannot give it away twice; the vault may
 * have been locked meanwhile. Throws what `Vault.codeAt` throws.
 */
export async function takeCode(core: Core, request: CodeRequest): Promise<TakenCode> {
  const { accountId, siteId, clockOffsetMs, promptState, servedCounter } = request;
  const nowMs = core.nowMs();
  const siteMs = nowMs + clockOffsetMs;
  const code = await core.vault.codeAt(accountId, siteMs);
  // In one change: prompts and enrolments are answered in queues of their own.
  const release = await core.released.decide(accountId, (given) => {
    const present = { siteId, clockOffsetMs, nowMs, code };
    const facts = { siteMs, promptState, servedCounter, code };
    const value = decideRelease({ ...facts, wasGiven: wasGiven(given, present) });
    return { row: value.kind === 'give' ? withGiven(given, present) : given, value };
  });
  if (release.kind === 'wait') return { kind: 'wait', untilMs: release.untilMs - clockOffsetMs };
  void noteUsed(core, accountId);
  const { digits, counter, endMs } = code;
  return { kind: 'taken', code: { digits, validUntilMs: endMs - clockOffsetMs }, counter };
}
