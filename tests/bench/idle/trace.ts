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
  readonly args: {
    /** Of a thread, where the event is 'thread_name'. */
    readonly name?: string;
    readonly data?: {
      readonly url?: string;
      readonly frames?: readonly { readonly url: string; readonly processId: number }[];
    };
  };
}

function inMs({ tdur, dur }: TraceEvent): number {
  return (tdur ?? dur ?? 0) / 1000;
}

function sumMs(events: readonly TraceEvent[]): number {
  return events.reduce((total, event) => total + inMs(event), 0);
}

const TIMELINE = ['devtools.timeline', 'disabled-by-default-devtools.timeline'];

export function pause(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}

async function traceOf(
  page: Page,
  includedCategories: string[],
  work: () => Promise<void>,
): Promise<readonly TraceEvent[]> {
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
    traceConfig: { includedCategories },
  });
  await work();
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  return events;
}

/** The cost of all scripts whose address begins so, in the next `seconds` of `page`, in which nothing is done. */
export async function idleCost(page: Page, address: string, seconds: number): Promise<ThreadCost> {
  const events = (await traceOf(page, TIMELINE, () => pause(seconds))).filter(
    ({ ph }) => ph === 'X',
  );
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
  return {
    scriptMs: sumMs(outermost),
    tasksMs: sumMs(tasks),
    calls: outermost.length,
    longestMs: Math.max(0, ...tasks.map(inMs)),
  };
}

/** CPU ms of the thread that puts the layers of `page` together, while `work` goes on. */
export async function compositorMs(page: Page, work: () => Promise<void>): Promise<number> {
  const events = await traceOf(page, ['toplevel', ...TIMELINE], work);
  const frames = events.flatMap(({ args }) => args.data?.frames ?? []);
  const pid = frames.find(({ url }) => url === page.url())?.processId;
  const thread = events.find(
    (event) =>
      event.pid === pid && event.name === 'thread_name' && event.args.name === 'Compositor',
  );
  return sumMs(
    events.filter(
      (event) =>
        event.pid === pid &&
        event.tid === thread?.tid &&
        event.name === 'ThreadControllerImpl::RunTask',
    ),
  );
}
