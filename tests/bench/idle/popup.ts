import type { Page } from 'puppeteer-core';
import type { DrivenBrowser } from '../../e2e/driver/launch.ts';
import { compositorMs, pause } from './trace.ts';

/** A whole step of a code: its quiet begin, the seconds at its end, the change to the next one. */
const SECONDS = 30;
/** What opening still costs is not idling. */
const OPENING_SECONDS = 2;

const METRICS = [
  'TaskDuration',
  'ScriptDuration',
  'RecalcStyleDuration',
  'LayoutDuration',
] as const;
type Metric = (typeof METRICS)[number];

/** ms of CPU a second, by the threads' own clocks: other programs do not count. */
export type IdlePopup = Readonly<Record<Metric | 'Compositor', number>>;

/** A popup that gets frames: one that lies under another window does not, and costs nothing. */
async function openShown(driven: DrivenBrowser, tab: Page): Promise<Page> {
  for (;;) {
    const popup = await driven.openPopup(tab);
    const frame = popup.evaluate(async () => {
      await new Promise(requestAnimationFrame);
      return 'shown' as const;
    });
    if ((await Promise.race([frame, pause(OPENING_SECONDS)])) === 'shown') return popup;
    frame.catch(() => undefined);
    await popup.close();
  }
}

/** What the real popup costs while it just stays open in front of `tab`. */
export async function measureIdlePopup(driven: DrivenBrowser, tab: Page): Promise<IdlePopup> {
  const popup = await openShown(driven, tab);
  await pause(OPENING_SECONDS);
  const session = await popup.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const read = async (): Promise<ReadonlyMap<string, number>> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return new Map(metrics.map(({ name, value }) => [name, value]));
  };
  const before = await read();
  const compositor = await compositorMs(popup, () => pause(SECONDS));
  const after = await read();
  await popup.close();
  const perSecond = (metric: Metric): number =>
    (((after.get(metric) ?? Number.NaN) - (before.get(metric) ?? Number.NaN)) * 1000) / SECONDS;
  return {
    TaskDuration: perSecond('TaskDuration'),
    ScriptDuration: perSecond('ScriptDuration'),
    RecalcStyleDuration: perSecond('RecalcStyleDuration'),
    LayoutDuration: perSecond('LayoutDuration'),
    Compositor: compositor / SECONDS,
  };
}
