/** Kind field: a page after a log-in typed by hand, in which one field, or none, is to get the code. */
import type { Page } from 'puppeteer-core';
import { addAccount } from '../../e2e/driver/nightlatch.ts';
import { isShown } from '../../e2e/driver/controls.ts';
import { english } from '../../e2e/driver/nightlatch.ts';
import { textOf, type Case, type Verdict } from './case.ts';
import type { Instrument } from './instrument.ts';

const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
let users = 0;

/** An account nobody used before: a code is given once in its step. */
export async function newUser(instrument: Instrument): Promise<string> {
  users += 1;
  const label = `user-${users}@example.com`;
  await addAccount(instrument.own, {
    issuer: 'TP-Link',
    label,
    // A secret of its own, because the vault takes none twice.
    secret:
      SECRET.slice(0, 24) +
      users.toString(2).padStart(8, 'A').replaceAll('0', 'B').replaceAll('1', 'C'),
  });
  return label;
}

/** The fields that no longer hold what the page gave them. */
function changedFields(page: Page, selector: string | undefined) {
  return page.evaluate((wanted) => {
    const inputs = [...document.querySelectorAll('input')];
    const changed = inputs.filter((input) => input.value !== input.defaultValue);
    const meant =
      wanted === undefined ? [] : [...document.querySelectorAll<HTMLInputElement>(wanted)];
    return {
      // The digits in the fields that were meant, and the fields that were not.
      meant: meant.map(({ value }) => value).join(''),
      isMeant: meant.length > 0 && meant.every((input) => changed.includes(input)),
      others: changed
        .filter((input) => !meant.includes(input))
        .map(({ id, name }) => id || name || 'input'),
    };
  }, selector);
}

/** Whether a badge of ours offers a code. It stands in a closed root, so the accessibility tree is asked. */
async function isOffered(page: Page): Promise<boolean> {
  const count = await page.evaluate(() => document.querySelectorAll(':root > [popover]').length);
  return count > 0;
}

export async function runField(instrument: Instrument, one: Case): Promise<Verdict> {
  const { pick } = one.expected;
  const selector = typeof pick === 'string' ? pick : undefined;
  const page = await instrument.driven.browser.newPage({ type: 'window' });
  try {
    await instrument.site.open(
      page,
      { html: textOf(one.input, 'html') },
      await newUser(instrument),
    );
    const endMs = performance.now() + instrument.settleMs;
    let state = await changedFields(page, selector);
    while (performance.now() < endMs && !state.isMeant && state.others.length === 0) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      state = await changedFields(page, selector);
    }
    if (state.others.length > 0) return { kind: 'wrong', came: `filled ${state.others.join(' ')}` };
    if (state.isMeant) return { kind: 'right', came: 'filled' };
    if (await isOffered(page)) return { kind: 'offered', came: await badgeOf(page) };
    return { kind: selector === undefined ? 'right' : 'wrong', came: 'nothing' };
  } finally {
    await page.close();
  }
}

const BADGES = ['prompt_choose', 'prompt_locked', 'prompt_refused'] as const;

async function badgeOf(page: Page): Promise<string> {
  for (const key of BADGES) {
    if (await isShown(page, { role: 'button', name: english(key) }))
      return `badge '${english(key)}'`;
  }
  return 'a badge';
}
