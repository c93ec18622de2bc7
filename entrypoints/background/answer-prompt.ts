import type { AccountView } from '../../lib/otp/account.ts';
import { chooseAccount, type Choice } from '../../lib/policy/choose-account.ts';
import { type PresentCode, wasGiven } from '../../lib/policy/given-codes.ts';
import { decisionOn } from '../../lib/policy/prompt-decision.ts';
import { CHOSEN_MS, type Prompt } from '../../lib/policy/prompt.ts';
import { isEnrolling } from '../../lib/policy/scan.ts';
import type { SiteSettings } from '../../lib/policy/site-book.ts';
import type { PromptAnswer } from '../../lib/protocol/page-messages.ts';
import type { Core } from './core.ts';
import { noteUsed } from './recent-accounts.ts';
import { SignIns } from './sign-ins.ts';
import { takeCode } from './take-code.ts';

type Chosen = NonNullable<Prompt['chosen']>;

/** How long, ms, a code by counter may wait in the page for its field: it has no end of its own. */
const COUNTED_CODE_MS = 60_000;

/** A button: it fills the one account that fits, or opens the account picker; none where there is no account. */
function offer(choice: Choice): PromptAnswer {
  if (choice.kind === 'none') return { kind: 'none' };
  return { kind: choice.kind === 'one' ? 'offer' : 'choose' };
}

async function answerLocked(core: Core, promptId: string, prompt: Prompt): Promise<PromptAnswer> {
  // A prompt that had its code keeps that state: a lock in between must not let it be served again.
  if (prompt.state === 'done' || prompt.state === 'refused') return { kind: 'none' };
  if (prompt.decision === 'nothing') return { kind: 'none' };
  await core.prompts.put(promptId, { ...prompt, state: 'locked' });
  return { kind: 'locked' };
}

/**
 * With an open vault nothing waits for an unlocking: whatever the answer is, the next background that
 * starts over it does not have the page ask once more.
 */
async function withoutLock(core: Core, promptId: string, prompt: Prompt): Promise<Prompt> {
  if (prompt.state !== 'locked') return prompt;
  await core.prompts.update(promptId, (row) => ({ ...row, state: 'waiting' }));
  return { ...prompt, state: 'waiting' };
}

/** The last code was wrong: when the next one comes, by this computer's clock. */
async function answerRefused(
  core: Core,
  accountId: string | undefined,
  accounts: readonly AccountView[],
  { siteId, clockOffsetMs }: Pick<PresentCode, 'siteId' | 'clockOffsetMs'>,
): Promise<PromptAnswer> {
  const nowMs = core.nowMs();
  if (accountId === undefined) return { kind: 'refused', untilMs: nowMs };
  // The next code by counter is there whenever the user asks for it.
  if (isCountedIn(accounts, accountId)) return { kind: 'refused', untilMs: nowMs };
  const code = await core.vault.codeAt(accountId, nowMs + clockOffsetMs);
  const present = { siteId, clockOffsetMs, nowMs, code };
  const isUsed = wasGiven(await core.released.find(accountId), present);
  return { kind: 'refused', untilMs: isUsed ? code.endMs - clockOffsetMs : nowMs };
}

/**
 * What a prompt gets now. Callers run one at a time; enrolments take their codes beside them.
 */
export async function answerPrompt(
  core: Core,
  promptId: string,
  asked: Prompt,
): Promise<PromptAnswer> {
  const nowMs = core.nowMs();
  // Side by side: each takes the time of a message to the browser.
  const [state, signIn, scans, settings] = await Promise.all([
    core.vault.state(),
    core.signIns.find(String(asked.tabId)),
    core.scans.rows(),
    core.sites.settings(asked.siteId),
  ]);
  const prompt = state === 'open' ? await withoutLock(core, promptId, asked) : asked;
  const chosen = findChosen(prompt, nowMs);
  // A field beside a set-up code wants the new account's code; another account's would be refused.
  if (!chosen && isEnrolling(Object.values(scans), prompt, signIn?.atMs, nowMs))
    return { kind: 'none' };
  if (state === 'locked') return answerLocked(core, promptId, prompt);
  if (state !== 'open') return { kind: 'none' };
  const accounts = await core.vault.accounts('live');
  const choice = chooseAccount(accounts, prompt.siteId, signIn?.identity);
  const fitting = choice.kind === 'one' ? choice.account.id : undefined;
  // A code by counter is used up once it is made, and one of another length is
  // refused: both are left to a press of the user's.
  const isLeftToUser =
    choice.kind === 'one' && (choice.account.type === 'hotp' || !hasRoom(prompt, choice.account));
  if (!chosen) {
    if (prompt.state === 'refused') {
      const site = { siteId: prompt.siteId, clockOffsetMs: settings.clockOffsetMs };
      return answerRefused(core, prompt.served?.accountId ?? fitting, accounts, site);
    }
    if (prompt.state === 'done') return offer(choice);
    const decision = decisionOn(settings, prompt.decision ?? 'offer');
    if (decision === 'nothing') return { kind: 'none' };
    if (decision === 'hold' && fitting !== undefined) return { kind: 'none' };
    if (decision !== 'fill' || isLeftToUser) return offer(choice);
  }
  const accountId = chosen?.accountId ?? fitting;
  if (accountId === undefined) return offer(choice);
  if (isCountedIn(accounts, accountId)) {
    return giveCounted(core, promptId, prompt, { accountId, settings });
  }
  return give(core, promptId, prompt, { accountId, settings });
}

function isCountedIn(accounts: readonly AccountView[], id: string): boolean {
  return accounts.some((account) => account.id === id && account.type === 'hotp');
}

/** Whether the codes of this account go by counter; a vault that is not open says no. */
export async function isCounted({ vault }: Core, id: string): Promise<boolean> {
  return (await vault.state()) === 'open' && isCountedIn(await vault.accounts('live'), id);
}

/** Whether the field takes as many characters as this account's codes have. */
function hasRoom({ room }: Prompt, { digits }: AccountView): boolean {
  return room === undefined || (digits >= room.least && digits <= room.most);
}

function findChosen({ chosen }: Prompt, nowMs: number): Chosen | undefined {
  // A clock that went back must not let an old choice speak for longer.
  const isFresh = chosen && chosen.atMs <= nowMs && nowMs - chosen.atMs <= CHOSEN_MS;
  return isFresh ? chosen : undefined;
}

/** At a press only: every answer is another code, and its counter is stored before it is known to anyone. */
async function giveCounted(
  core: Core,
  promptId: string,
  prompt: Prompt,
  { accountId, settings }: { readonly accountId: string; readonly settings: SiteSettings },
): Promise<PromptAnswer> {
  const { digits, counter } = await core.vault.nextCode(accountId);
  void noteUsed(core, accountId);
  await noteServed(core, promptId, prompt, { accountId, counter });
  // The vault was locked during these writes: the code counts as used and is not given away.
  if ((await core.vault.state()) !== 'open') return answerLocked(core, promptId, prompt);
  const validUntilMs = core.nowMs() + COUNTED_CODE_MS;
  return { kind: 'fill', code: { digits, validUntilMs }, submit: settings.submit };
}

/** What the user chose for this prompt is spent with the code. */
async function noteServed(
  core: Core,
  promptId: string,
  { chosen: _spent, ...prompt }: Prompt,
  served: NonNullable<Prompt['served']>,
): Promise<void> {
  await Promise.all([
    core.prompts.put(promptId, { ...prompt, state: 'served', served }),
    new SignIns(core.signIns, core.nowMs).note(prompt, 'code-given'),
  ]);
}

async function give(
  core: Core,
  promptId: string,
  prompt: Prompt,
  { accountId, settings }: { readonly accountId: string; readonly settings: SiteSettings },
): Promise<PromptAnswer> {
  const { clockOffsetMs, submit } = settings;
  const { state: promptState, served } = prompt;
  const servedCounter = served?.accountId === accountId ? served.counter : undefined;
  const request = { accountId, siteId: prompt.siteId, clockOffsetMs, promptState, servedCounter };
  const taken = await takeCode(core, request);
  if (taken.kind === 'wait') return taken;
  await noteServed(core, promptId, prompt, { accountId, counter: taken.counter });
  // The vault was locked during these writes: the code counts as used and is not given away.
  if ((await core.vault.state()) !== 'open') return answerLocked(core, promptId, prompt);
  return { kind: 'fill', code: taken.code, submit };
}
