/** Kind flow: a whole log-in, whose steps stand in words in the file and as code here, told apart by what is expected. */
import type { Page } from 'puppeteer-core';
import { isRecord, textOf, verdictOf, type Case, type Verdict } from './case.ts';
import type { Sent } from './case-site.ts';
import { newUser } from './fields.ts';
import type { Instrument } from './instrument.ts';
import { askAsOwnPage } from '../../e2e/driver/nightlatch.ts';
import { until } from '../../e2e/driver/until.ts';

const REJECTED = /not accepted|rejected/iu;

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function valueOf(page: Page, selector: string): Promise<string | undefined> {
  return page.evaluate(
    (wanted) => document.querySelector<HTMLInputElement>(wanted)?.value,
    selector,
  );
}

/** The html of a case, which may point to that of another: 'as ID'. */
function pageOf(one: Case, all: readonly Case[]): string {
  const html = textOf(one.input, 'page');
  const other = /^as (?<id>[\w-]+)$/u.exec(html)?.groups?.['id'];
  const found = other === undefined ? undefined : all.find(({ id }) => id === other);
  return found ? pageOf(found, all) : html;
}

async function runPosts(
  sent: readonly Sent[],
  settleMs: number,
  wanted: unknown,
): Promise<Verdict> {
  await until('a code to be sent', () => (sent.length > 0 ? true : undefined), 2 * settleMs).catch(
    () => undefined,
  );
  await wait(settleMs);
  const empty = sent.filter(({ body }) => !/\d{6}/u.test(body)).length;
  return verdictOf(
    sent.length === wanted && empty === 0,
    `${sent.length} posts${empty > 0 ? `, ${empty} empty` : ''}`,
  );
}

/** Press Verify, wait, open the unrelated field, and see whether it gets anything. */
async function runAfterwards(page: Page, one: Case, settleMs: number): Promise<Verdict> {
  await until('the code', async () => ((await valueOf(page, '#code')) ? true : undefined), 40_000);
  await page.locator('#go').click();
  await page.waitForSelector('#add');
  const steps = isRecord(one.input) ? String(one.input['steps']) : '';
  const restMs =
    Number(/(?<seconds>\d+) s (?:later|after)/u.exec(steps)?.groups?.['seconds'] ?? 4) * 1000;
  const watchMs = Number(/wait (?<seconds>\d+) s/u.exec(steps)?.groups?.['seconds'] ?? 0) * 1000;
  await wait(restMs);
  await page.locator('#add').click();
  await page.waitForSelector('#channel');
  await wait(Math.max(watchMs, settleMs));
  const channel = await valueOf(page, '#channel');
  const tree = JSON.stringify(await page.accessibility.snapshot({ interestingOnly: false }));
  const chip = REJECTED.test(tree) ? 'rejected' : 'none';
  const isRight = channel === '' && (one.expected['chip'] === undefined || chip === 'none');
  return verdictOf(isRight, `channel '${channel ?? ''}', badge ${chip}`);
}

/** Types into a form that has all three fields, and watches the focus and the code's age. */
async function runOnePage(page: Page, one: Case, settleMs: number): Promise<Verdict> {
  const email = String(one.expected['email']);
  await page.locator('[name=email]').click();
  let lost = 0;
  const typeSlowly = async (text: string, delayMs: number, name: string): Promise<void> => {
    for (const key of text) {
      const now = await page.evaluate(() => document.activeElement?.getAttribute('name'));
      if (now !== name) lost += 1;
      await page.keyboard.type(key);
      await wait(delayMs);
    }
  };
  await typeSlowly(email, 120, 'email');
  await page.keyboard.press('Tab');
  await typeSlowly('a password of twenty', 1_600, 'password');
  await wait(settleMs);
  const [typed, code] = [await valueOf(page, '[name=email]'), await valueOf(page, '#code')];
  const isTyped = typed === email;
  return {
    kind: isTyped && lost === 0 ? 'right' : 'wrong',
    came: `e-mail '${typed ?? ''}', focus lost ${lost} times, code '${code ?? ''}'`,
  };
}

export async function runFlow(
  instrument: Instrument,
  one: Case,
  all: readonly Case[],
): Promise<Verdict> {
  const { own, driven, site, settleMs } = instrument;
  const html = pageOf(one, all);
  const isOnePage = typeof one.expected['email'] === 'string';
  const submit = isRecord(one.input) && one.input['submit'] === 'once' ? 'once' : 'never';
  await askAsOwnPage(own, 'siteChange', { siteId: 'vms-cloud', change: { submit } });
  const page = await driven.browser.newPage({ type: 'window' });
  try {
    const email = isOnePage ? undefined : await newUser(instrument);
    const sent = await site.open(page, { html, slowMs: 1_500 }, email);
    if (isOnePage) return await runOnePage(page, one, settleMs);
    if (one.expected['posts'] !== undefined)
      return await runPosts(sent, settleMs, one.expected['posts']);
    return await runAfterwards(page, one, settleMs);
  } finally {
    await page.close();
    await askAsOwnPage(own, 'siteChange', { siteId: 'vms-cloud', change: { submit: 'never' } });
  }
}
