/** What is remembered of a prompt for which the user took an offered code. */
import { beforeEach, describe, expect, test } from 'vitest';
import { AppError } from '../../lib/errors.ts';
import type { PromptFacts } from '../../lib/policy/prompt-memory.ts';
import type { PageSender } from '../../lib/protocol/sender.ts';
import { AskingPage, doubtful, SENDER } from './asking-page.ts';
import { SITE } from './fake-core.ts';

let page: AskingPage;
beforeEach(() => {
  page = new AskingPage();
});

describe('a prompt in doubt', () => {
  test('is offered once, and filled by itself from then on', async () => {
    await page.takeOffer(doubtful);
    expect(await page.visit(doubtful)).toBe('fill');
  });

  test('of which only words of scanning make one doubt is remembered as well', async () => {
    const besideScan = { ...doubtful, verdict: 'fill', signals: ['near: scan'] } as const;
    await page.takeOffer(besideScan);
    expect(await page.visit(besideScan)).toBe('fill');
  });

  test('is offered again when the page did not send the code', async () => {
    expect(await page.visit(doubtful)).toBe('offer');
    await page.press();
    await page.end('filled', 'gone');
    expect(await page.visit(doubtful)).toBe('offer');
  });

  test.each<[string, Partial<PromptFacts>, Partial<PageSender>]>([
    ['another signal holds', { signals: ['length 6', 'own: code', 'square image'] }, {}],
    ['it looks otherwise', { maxLength: 8 }, {}],
    ['it stands at another path', {}, { url: 'https://vms.tplinkcloud.com/devices' }],
    [
      'it stands at another address of the site',
      {},
      {
        origin: 'https://id.tplinkcloud.com',
        topOrigin: 'https://id.tplinkcloud.com',
        url: 'https://id.tplinkcloud.com/login/4711/code',
      },
    ],
  ])('is offered again when %s', async (_title, facts, from) => {
    await page.takeOffer(doubtful);
    expect(await page.visit({ ...doubtful, ...facts }, { ...SENDER, ...from })).toBe('offer');
  });

  test('is the same at another id in its path', async () => {
    await page.takeOffer(doubtful);
    const url = 'https://vms.tplinkcloud.com/login/99/code?next=/';
    expect(await page.visit(doubtful, { ...SENDER, url })).toBe('fill');
  });

  test('is offered where the key of its signature cannot be read', async () => {
    page.damageKey();
    expect(await page.visit(doubtful)).toBe('offer');
  });

  test('of a code that was sent is never remembered', async () => {
    const sent = { ...doubtful, signals: [...doubtful.signals, 'own: sent'] };
    await page.takeOffer(sent);
    expect(await page.visit(sent)).toBe('offer');
    expect(await page.core.sites.prompts(SITE)).toEqual([]);
  });

  test('is forgotten once its code was sent', async () => {
    await page.takeOffer(doubtful);
    expect(await page.visit({ ...doubtful, signals: [...doubtful.signals, 'own: sent'] })).toBe(
      'offer',
    );
    await page.end('gone');
    expect(await page.visit(doubtful)).toBe('offer');
  });

  test('is forgotten by a refusal in the same document', async () => {
    await page.takeOffer(doubtful);
    expect(await page.visit(doubtful)).toBe('fill');
    await page.end('filled', 'refused');
    expect(await page.visit(doubtful)).toBe('offer');
  });

  test('is forgotten by a refusal in a document of its own', async () => {
    await page.takeOffer(doubtful);
    page.nextPrompt();
    expect(await page.see({ ...doubtful, complaint: 'shown' })).toBe('refused');
    expect(await page.visit(doubtful)).toBe('offer');
  });

  test('is offered again once the user has it forgotten', async () => {
    await page.takeOffer(doubtful);
    const [known] = await page.core.sites.prompts(SITE);
    await page.core.sites.forget(SITE, known?.id ?? '');
    expect(await page.visit(doubtful)).toBe('offer');
  });

  test('remembered, still asks first where the user wants that', async () => {
    await page.takeOffer(doubtful);
    await page.core.sites.set(SITE, { fill: 'by-hand' });
    expect(await page.visit(doubtful)).toBe('offer');
  });

  test('leaves nothing readable: a hash under a key of this browser', async () => {
    await page.takeOffer(doubtful);
    const [known] = await page.core.sites.prompts(SITE);
    expect(known?.id).toMatch(/^[0-9a-f]{64}$/);
    page.forgetStored();
    await page.takeOffer(doubtful);
    expect((await page.core.sites.prompts(SITE)).at(-1)?.id).not.toBe(known?.id);
  });
});

describe('on a disk that takes no write', () => {
  const full = async (): Promise<never> => {
    throw new AppError('storage-failed');
  };

  test('a prompt that the page accepted is over all the same, and so is its log-in', async () => {
    expect(await page.visit(doubtful)).toBe('offer');
    await page.press();
    page.core.sites.remember = full;
    await expect(page.end('filled', 'sent-and-gone')).rejects.toThrow('storage-failed');
    expect(await page.core.prompts.rows()).toEqual({});
    expect(await page.core.signIns.find(String(SENDER.tabId))).toMatchObject({ phase: 'accepted' });
  });

  test('a refused one is refused all the same', async () => {
    await page.takeOffer(doubtful);
    expect(await page.visit(doubtful)).toBe('fill');
    page.core.sites.forget = full;
    await expect(page.end('filled', 'refused')).rejects.toThrow('storage-failed');
    expect(await page.core.prompts.find(page.promptId)).toMatchObject({ state: 'refused' });
  });
});
