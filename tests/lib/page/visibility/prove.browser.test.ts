/** What a press counts for whose element came into view only with it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pause } from '../../../e2e/page-defence/trick-press.ts';
import { until } from '../../../e2e/driver/until.ts';
import { openInPage, type InPage } from '../in-page.ts';

let tab: InPage;
beforeAll(async () => {
  tab = await openInPage();
});
afterAll(() => tab.close());

const BUTTON = '<button id="b" style="width:200px;height:60px">Save</button>';
/** It lets presses through, and lifts as the pointer comes up: nobody has seen the button before. */
const COVERED = `${BUTTON}<div id="cover" style="position:fixed;inset:0;background:#fff;pointer-events:none"></div>
  <script>window.addEventListener('pointerup',function(){document.querySelector('#cover').remove()})</script>`;
/** Shorter than the time in which an element that is new to the page may not show yet. */
const HOLD_MS = 80;
/** A busy machine may be too late to paint what was under the cover: then the press counts for nothing anyway. */
const PRESSES = 3;

const log = (): Promise<readonly string[]> => tab.ours('room.log');

/** Presses the button, which is watched from the moment the pointer is down. */
async function press(html: string): Promise<string> {
  await tab.show(html);
  await tab.ours(`room.proveClicks('#b')`);
  await tab.page.click('#b', { delay: HOLD_MS });
  return until('a verdict', async () => (await log())[0]);
}

test('a button in plain view was seen', async () => {
  expect(await press(BUTTON)).toBe('visible');
});

test('a button whose cover lifts with the press was not, however new it is', async () => {
  for (let count = 0; count < PRESSES; count += 1) expect(await press(COVERED)).toBe('covered');
});

/** Its page can lay a cover over it, and keep its own thread busy until the cover is gone again. */
const HELD = `${BUTTON}<div id="beside" style="height:200px"></div>
  <script>window.cover=function(){return new Promise(function(held){
    var cover=document.createElement('div');
    cover.style.cssText='position:fixed;inset:0;background:#fff;pointer-events:none';
    document.body.append(cover);
    requestAnimationFrame(function(){requestAnimationFrame(function(){
      setTimeout(function(){
        for(var end=performance.now()+600;performance.now()<end;);
        cover.remove();
      });
      held();
    })});
  })}</script>`;
/** ms: longer than the time before a press in which every sample counts, and shorter than samples are taken for. */
const SEEN_FOR_MS = 2_000;

test('a button under a cover while the page held up its frames was not seen', async () => {
  for (let count = 0; count < PRESSES; count += 1) {
    await tab.show(HELD);
    await tab.ours(`room.proveClicks('#b')`);
    await tab.page.click('#beside');
    await pause(SEEN_FOR_MS);
    const middle = await (await tab.page.waitForSelector('#b'))?.clickablePoint();
    await tab.page.evaluate('window.cover()');
    await tab.page.mouse.click(middle?.x ?? 0, middle?.y ?? 0);
    // Where a sample fell between the cover and the busy time, it is known to have been covered.
    expect(await until('a verdict', async () => (await log())[0])).toMatch(/^(?:early|covered)$/u);
  }
});
