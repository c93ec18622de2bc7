import type { CDPSession, Page } from 'puppeteer-core';

/** What one main thread did in a while, CPU ms by the thread's own clock: other programs do not count. */
export interface ThreadCost {
  /** In functions of the scripts asked for, and what they call. */
  readonly scriptMs: number;
  /** In the whole tasks round those functions: layout, clean-up, and what the trace itself costs. */
  readonly tasksMs: number;
  readonly calls: number;
  /** The longest of those tasks. */
  readonly longestMs: number;
}

/** What is read of Chromium's trace events; times are µs. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: { readonly data?: { readonly url?: string } };
}

const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline'];

export function pause(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}

async function traceOf(page: Page, seconds: number): Promise<readonly TraceEvent[]> {
  const session: CDPSession = await page.createCDPSession();
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    events.push(...(value as unknown as TraceEvent[]));
  });
  const complete = new Promise<void>((resolve) => {
    session.once('Tracing.tracingComplete', () => resolve());
  });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES },
  });
  await pause(seconds);
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  return events;
}

/** The cost of all scripts whose address begins so, in the next `seconds` of `page`, in which nothing is done. */
export async function idleCost(page: Page, address: string, seconds: number): Promise<ThreadCost> {
  const events = (await traceOf(page, seconds)).filter(({ ph }) => ph === 'X');
  const isOurs = ({ name, args }: TraceEvent): boolean =>
    /^(FunctionCall|EvaluateScript)$/.test(name) && args.data?.url?.startsWith(address) === true;
  const holds = (outer: TraceEvent, inner: TraceEvent): boolean =>
    outer !== inner &&
    outer.pid === inner.pid &&
    outer.tid === inner.tid &&
    outer.ts <= inner.ts &&
    inner.ts <= outer.ts + (outer.dur ?? 0);
  const calls = events.filter(isOurs);
  const outermost = calls.filter((call) => !calls.some((other) => holds(other, call)));
  const tasks = events.filter(
    (event) => event.name === 'RunTask' && calls.some((call) => holds(event, call)),
  );
  const inMs = (event: TraceEvent): number => (event.tdur ?? event.dur ?? 0) / 1000;
  const sum = (some: readonly TraceEvent[]): number =>
    some.reduce((total, event) => total + inMs(event), 0);
  return {
    scriptMs: sum(outermost),
    tasksMs: sum(tasks),
    calls: outermost.length,
    longestMs: Math.max(0, ...tasks.map(inMs)),
  };
}
