import { afterAll, beforeAll, expect, test } from 'vitest';
import { encodeBase32 } from '../../../lib/otp/base32.ts';
import { launch, type DrivenBrowser } from '../driver/launch.ts';
import { addAccount, askAsOwnPage, prepareVault } from '../driver/nightlatch.ts';

let driven: DrivenBrowser;
beforeAll(async () => {
  driven = await launch();
  await prepareVault(driven, []);
});
afterAll(() => driven.close());

test('two windows that add 50 accounts each at once give 100', async () => {
  const windows = [await driven.openOwn('options.html'), await driven.openOwn('popup.html')];
  const labels = windows.flatMap((window, side) =>
    Array.from({ length: 50 }, (_, index) => ({ window, label: `${side}-${index}` })),
  );
  await Promise.all(
    labels.map(({ window, label }) => {
      const secret = encodeBase32(Uint8Array.from(Buffer.from(label.padEnd(20, '.'))));
      return addAccount(window, { issuer: 'Both', label, secret });
    }),
  );
  // What the next background finds on the disk counts, not what this one remembers.
  await driven.killWorker();
  const page = await driven.openOwn('options.html');
  const accounts = (await askAsOwnPage(page, 'accounts', { bin: 'live' })) as { label: string }[];
  const saved = accounts.map(({ label }) => label).toSorted();
  expect(saved).toEqual(labels.map(({ label }) => label).toSorted());
});
