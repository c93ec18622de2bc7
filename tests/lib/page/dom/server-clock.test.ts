import { afterEach, expect, test, vi } from 'vitest';
import { findClockSample } from '../../../../lib/page/dom/server-clock.ts';

const DATE = 'Thu, 26 Nov 2026 13:00:00 GMT';

afterEach(() => vi.unstubAllGlobals());

/** A page whose server answers like this; gives what it was asked. */
function standOn(answer: () => Response): readonly (readonly [URL, RequestInit])[] {
  const asked: (readonly [URL, RequestInit])[] = [];
  vi.stubGlobal('location', { href: 'https://vms.tplinkcloud.com/login?ticket=1#/code' });
  vi.stubGlobal('fetch', async (url: URL, init: RequestInit) => {
    asked.push([url, init]);
    return answer();
  });
  return asked;
}

test('the root of the server is asked for its head alone, as by a visitor it does not know', async () => {
  const asked = standOn(() => new Response(null, { headers: { date: DATE } }));
  let nowMs = 1_000;
  const sample = await findClockSample(() => (nowMs += 50));
  expect(sample).toEqual({ serverDateMs: Date.parse(DATE), sentMs: 1_050, receivedMs: 1_100 });
  const [[url, init] = []] = asked;
  expect(asked).toHaveLength(1);
  expect(url?.href).toBe('https://vms.tplinkcloud.com/');
  expect(init).toMatchObject({ method: 'HEAD', credentials: 'omit', cache: 'no-store' });
});

test.each([
  ['without a date', () => new Response(null)],
  ['with a date that is none', () => new Response(null, { headers: { date: 'yesterday' } })],
  ['that never came', () => Promise.reject(new TypeError('Failed to fetch')) as never],
])('an answer %s says nothing of its clock', async (_what, answer) => {
  standOn(answer);
  expect(await findClockSample(() => 0)).toBeUndefined();
});
