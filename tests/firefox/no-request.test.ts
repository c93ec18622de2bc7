/** Promise 3 in Firefox: the extension makes no network request; the browser itself sees to it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { until } from '../e2e/driver/until.ts';
import { startLiveServer, type LiveServer } from '../e2e/network/live-server.ts';
import { probeFromPage } from '../e2e/network/probes.ts';
import { firefoxFixture } from './fixture.ts';

const fixture = firefoxFixture('absent');

/** Ours may not reach this one; a web page reaches one of its own by the same ways. */
let target: LiveServer;
beforeAll(async () => {
  target = await startLiveServer();
});
afterAll(() => target.stop());

const hostOf = ({ port }: LiveServer): string => `127.0.0.1:${port}`;

/** A web page tries the same, and all of it arrives: so there were time and ways for what was tried before it. */
async function waitForWaysOfTheWeb(): Promise<readonly string[]> {
  // A new one each time: Firefox would take what it has from its cache.
  const control = await startLiveServer();
  const web = await fixture.driven.newPage(`http://${hostOf(control)}/`);
  const tried = await web.evaluate(probeFromPage, hostOf(control));
  const arrived = new Set<string>();
  await until('all ways of a web page', async () => {
    for (const visit of control.takeVisits()) arrived.add(visit);
    if (tried.every((way) => arrived.has(way))) return true;
    // Firefox forgets a prefetch that was asked for while another page began to load.
    const again = `http://${hostOf(control)}/prefetch/${performance.now()}`;
    await web.evaluate((href) => {
      document.head.append(
        Object.assign(document.createElement('link'), { rel: 'prefetch', href }),
      );
    }, again);
    return undefined;
  });
  await web.close();
  await control.stop();
  return tried;
}

test.each(['popup.html', 'options.html', 'unlock.html', 'welcome.html', 'import.html'])(
  'nothing that %s could try reaches a living server',
  async (file) => {
    const page = await fixture.driven.openOwn(file);
    const tried = await page.evaluate(probeFromPage, hostOf(target));
    expect(tried).toEqual(await waitForWaysOfTheWeb());
    expect(target.takeVisits()).toEqual([]);
    await page.close();
  },
);
