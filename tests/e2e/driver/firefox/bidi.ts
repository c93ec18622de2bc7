/** What puppeteer knows of WebDriver BiDi and keeps to itself; its public part has no way to it. */
import type { Browser, Page } from 'puppeteer-core';

/** A node, or a closed shadow root, that BiDi gives and takes by name. */
export interface SharedNode {
  readonly sharedId: string;
}

/** A value as BiDi tells of it. */
export interface RemoteValue {
  readonly type: string;
  readonly value?: unknown;
  readonly sharedId?: string;
}

interface Connection {
  send(method: string, params: object): Promise<{ readonly result: unknown }>;
  /** As if the browser had told of this event. */
  emit(event: string, params: object): void;
}

interface Evaluated {
  readonly type: 'success' | 'exception';
  readonly result?: RemoteValue;
  readonly exceptionDetails?: { readonly text: string };
}

/** Where a script runs: in a tab's or frame's context, in a world of its own if `sandbox` names one. */
export interface ScriptTarget {
  readonly context: string;
  readonly sandbox?: string;
}

function connectionOf(browser: Browser): Connection {
  return (browser as unknown as { readonly connection: Connection }).connection;
}

export async function sendBidi<Result>(
  browser: Browser,
  method: string,
  params: object,
): Promise<Result> {
  return (await connectionOf(browser).send(method, params)).result as Result;
}

export function emitBidi(browser: Browser, event: string, params: object): void {
  connectionOf(browser).emit(event, params);
}

/** BiDi's name of the page's top context. */
export function contextOf(page: Page): string {
  return (page.mainFrame() as unknown as { readonly _id: string })._id;
}

/** The size of the page in CSS px. Puppeteer's own setViewport turns the screen, too, which Firefox 140 cannot. */
export async function setPageSize(
  page: Page,
  { width, height }: { readonly width: number; readonly height: number },
): Promise<void> {
  await sendBidi(page.browser(), 'browsingContext.setViewport', {
    context: contextOf(page),
    viewport: { width, height },
  });
}

/** Calls a function, given as its source, with values or nodes; gives what it returns. */
export async function callIn(
  browser: Browser,
  target: ScriptTarget,
  source: string,
  values: readonly (RemoteValue | SharedNode)[] = [],
): Promise<RemoteValue> {
  const answer = await sendBidi<Evaluated>(browser, 'script.callFunction', {
    functionDeclaration: source,
    arguments: values,
    awaitPromise: true,
    target,
  });
  if (!answer.result) throw new Error(answer.exceptionDetails?.text ?? 'the script failed');
  return answer.result;
}
