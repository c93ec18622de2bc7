/** Promise 3: the extension makes no network request; the browser itself sees to it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, type DrivenBrowser } from '../driver/launch.ts';
import { openToStay } from './kept-open.ts';
import { startLiveServer, type LiveServer } from './live-server.ts';
import { probeFromBackground, probeFromPage } from './probes.ts';

/** Ours may not reach this one; a web page reaches that one by the same ways. */
let target: LiveServer;
let control: LiveServer;
let driven: DrivenBrowser;
beforeAll(async () => {
  target = await startLiveServer();
  control = await startLiveServer();
  driven = await launch();
});
afterAll(async () => {
  await driven.close();
  await target.stop();
  await control.stop();
});

const hostOf = ({ port }: LiveServer): string => `127.0.0.1:${port}`;

/** What a web page tried, all of which arrived: so were there time and ways for what we tried before it. */
async function waysOfTheWeb(): Promise<readonly string[]> {
  const web = await driven.newPage(`http://${hostOf(control)}/`);
  const tried = await web.evaluate(probeFromPage, hostOf(control));
  // The last of them have no answer to wait for.
  await web.goto(`http://${hostOf(control)}/`, { waitUntil: 'networkidle0' });
  await web.close();
  expect(control.takeVisits()).toEqual(tried);
  return tried;
}

test.each(['popup.html', 'account-picker.html', 'options.html', 'unlock.html', 'welcome.html'])(
  'nothing that %s could try reaches a living server',
  async (file) => {
    const page = await openToStay(driven, file);
    const tried = await page.evaluate(probeFromPage, hostOf(target));
    expect(tried).toEqual(await waysOfTheWeb());
    expect(target.takeVisits()).toEqual([]);
    await page.close();
  },
);

test('nothing that the background could try reaches a living server', async () => {
  const worker = await driven.worker();
  const tried = await worker.evaluate(probeFromBackground, hostOf(target));
  expect(tried.length).toBeGreaterThan(0);
  expect(await waysOfTheWeb()).toEqual(expect.arrayContaining([...tried]));
  expect(target.takeVisits()).toEqual([]);
});
