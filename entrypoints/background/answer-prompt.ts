import { isEnrolling } from '../../lib/policy/scan.ts';
import { chooseAccount, type Choice } from '../../lib/policy/choose-account.ts';
import { CHOSEN_MS, type Prompt } from '../../lib/policy/prompt.ts';
import { decideRelease, maySignIn } from '../../lib/policy/release.ts';
import type { PromptAnswer } from '../../lib/protocol/page-messages.ts';
import type { Core } from './core.ts';

/** A badge that opens the account picker where there is an account to choose, and nothing where there is none. */
function offerChoice(choice: Choice): PromptAnswer {
  return { kind: choice.kind === 'none' ? 'none' : 'choose' };
}

async function answerLocked(core: Core, promptId: string, prompt: Prompt): Promise<PromptAnswer> {
  // A prompt that had its code keeps that state: a lock in between must not let it be served again.
  if (prompt.state === 'done' || prompt.state === 'refused') return { kind: 'none' };
  await core.prompts.put(promptId, { ...prompt, state: 'locked' });
  return { kind: 'locked' };
}

/**
 * What a prompt gets now. A code is noted as used before it is given away, so
 * that a crash in between cannot give it away twice. Callers run one at a time.
 */
export async function answerPrompt(
  core: Core,
  promptId: string,
  prompt: Prompt,
): Promise<PromptAnswer> {
  const { vault, sites, signIns, prompts, released } = core;
  const nowMs = core.nowMs();
  const signIn = await signIns.find(String(prompt.tabId));
  const chosen =
    prompt.chosen && nowMs - prompt.chosen.atMs <= CHOSEN_MS ? prompt.chosen : undefined;
  const scans = Object.values(await core.scans.rows());
  // A field beside a set-up code wants the new account's code; another account's would be refused.
  if (!chosen && isEnrolling(scans, prompt, signIn?.atMs, nowMs)) return { kind: 'none' };
  const state = await vault.state();
  if (state === 'locked') return answerLocked(core, promptId, prompt);
  if (state !== 'open') return { kind: 'none' };
  const settings = await sites.settings(prompt.siteId);
  // The site's own clock decides. The user has applied this difference after a clock check.
  const siteMs = nowMs + settings.clockOffsetMs;
  const login = {
    act: chosen ? 'by-hand' : 'by-itself',
    nowMs,
    siteId: prompt.siteId,
    promptState: prompt.state,
    signIn,
  } as const;
  const choice = chooseAccount(await vault.accounts('live'), prompt.siteId, signIn?.identity);
  const mayFill = chosen !== undefined || settings.fill === 'by-itself';
  if (!mayFill || !maySignIn(login)) return offerChoice(choice);
  const accountId = chosen?.accountId ?? (choice.kind === 'one' ? choice.account.id : undefined);
  if (accountId === undefined) return offerChoice(choice);
  const code = await vault.codeAt(accountId, siteMs);
  const release = decideRelease({
    ...login,
    siteMs,
    releasedCounter: await released.find(accountId),
    servedCounter: prompt.served?.accountId === accountId ? prompt.served.counter : undefined,
    code,
  });
  if (release.kind === 'no') return offerChoice(choice);
  if (release.kind === 'wait') {
    return { kind: 'wait', untilMs: release.untilMs - settings.clockOffsetMs };
  }
  await released.put(accountId, code.counter);
  const { chosen: _spent, ...rest } = prompt;
  const served = { accountId, counter: code.counter };
  await prompts.put(promptId, { ...rest, state: 'served', served });
  // The vault was locked during these writes: the code counts as used and is not given away.
  if ((await vault.state()) !== 'open') return answerLocked(core, promptId, prompt);
  const validUntilMs = code.endMs - settings.clockOffsetMs;
  return { kind: 'fill', code: { digits: code.digits, validUntilMs }, submit: settings.submit };
}
