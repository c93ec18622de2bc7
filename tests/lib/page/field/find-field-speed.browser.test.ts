import { afterAll, beforeAll, expect, test } from 'vitest';
import { openInPage, type InPage } from '../in-page.ts';

let tab: InPage;
beforeAll(async () => {
  tab = await openInPage();
});
afterAll(() => tab.close());

function row(at: number): string {
  return `<tr><td><input type="checkbox"></td><td>Camera ${at}</td><td><span>10.0.0.${at % 255}</span></td><td><a href="#">Edit</a></td></tr>`;
}

/** A management page: a side bar, a table of devices with filters, and now and then a prompt. */
function largePage(): string {
  const filters = ['Name', 'Model', 'Address', 'Group'].map(
    (name) => `<input placeholder="${name}">`,
  );
  const rows = Array.from({ length: 620 }, (_, at) => row(at));
  return `<nav>${'<a href="#">Item</a>'.repeat(40)}</nav><div>${filters.join('')}</div><table>${rows.join('')}</table>
    <div role="dialog" style="position:fixed;inset:100px 300px;background:#fff"><h2>Two-factor authentication</h2><label>Code <input id="n" maxlength="6"></label><button>OK</button></div>`;
}

test('a page of 5,000 nodes takes about as long as walking it', async () => {
  await tab.show(largePage());
  const nodes = await tab.page.evaluate(() => document.querySelectorAll('*').length);
  expect(nodes).toBeGreaterThan(5000);
  expect(await tab.ours(`room.pick('#n', 'unknown')`)).toBe('as meant');
  const detectionMs = await tab.ours<number>('room.timeDetection(15)');
  const walkMs = await tab.ours<number>('room.timeWalk(15)');
  console.log(
    `detection ${detectionMs.toFixed(1)} ms, bare walk ${walkMs.toFixed(1)} ms, ${nodes} nodes`,
  );
  expect(detectionMs).toBeLessThan(walkMs * 60);
});
