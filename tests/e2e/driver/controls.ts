/**
 * Finding and pressing controls as a person does: by role and name, anywhere
 * on the page, also inside closed shadow roots, with a real mouse. The
 * accessibility tree is the one view that shows all of it.
 */
import type { CDPSession, Page, Protocol } from 'puppeteer-core';
import { until, WAIT_MS } from './until.ts';

export interface ControlQuery {
  /** ARIA role, such as 'button' or 'textbox'. */
  readonly role: string;
  readonly name: string | RegExp;
}

export interface Control {
  readonly backendNodeId: number;
  readonly name: string;
  readonly disabled: boolean;
}

function textOf(value: Protocol.Accessibility.AXValue | undefined): string {
  return typeof value?.value === 'string' ? value.value : '';
}

async function withSession<Value>(
  page: Page,
  work: (session: CDPSession) => Promise<Value>,
): Promise<Value> {
  const session = await page.createCDPSession();
  try {
    return await work(session);
  } finally {
    // A page that closed meanwhile took its session with it.
    await session.detach().catch(() => undefined);
  }
}

/** Every control of the top document and its same-process frames that matches, in tree order. */
export async function findControls(page: Page, query: ControlQuery): Promise<readonly Control[]> {
  return withSession(page, async (session) => {
    const { frameTree } = await session.send('Page.getFrameTree');
    const trees = await Promise.all(
      frameIds(frameTree).map((frameId) =>
        // A frame of another process is not reachable from this session.
        session
          .send('Accessibility.getFullAXTree', { frameId })
          .then((tree) => tree.nodes)
          .catch(() => []),
      ),
    );
    return trees.flat().flatMap((node): Control[] => {
      const name = textOf(node.name);
      const named = typeof query.name === 'string' ? name === query.name : query.name.test(name);
      if (node.ignored || textOf(node.role) !== query.role || !named) return [];
      if (node.backendDOMNodeId === undefined) return [];
      const disabled = node.properties?.some(
        (property) => property.name === 'disabled' && property.value.value === true,
      );
      return [{ backendNodeId: node.backendDOMNodeId, name, disabled: disabled === true }];
    });
  });
}

function frameIds(tree: Protocol.Page.FrameTree): string[] {
  return [tree.frame.id, ...(tree.childFrames ?? []).flatMap(frameIds)];
}

export async function isShown(page: Page, query: ControlQuery): Promise<boolean> {
  return (await findControls(page, query)).length > 0;
}

/** The first matching control that is not disabled; waits for it. In vain, it says what the page shows. */
export async function waitForControl(
  page: Page,
  query: ControlQuery,
  timeoutMs = WAIT_MS,
): Promise<Control> {
  try {
    return await until(
      `a ${query.role} named ${String(query.name)}`,
      async () => (await findControls(page, query)).find((control) => !control.disabled),
      timeoutMs,
    );
  } catch (cause) {
    const text = await readPageText(page).catch(String);
    throw new Error(`${String(cause)}; the page shows: ${text.slice(0, SHOWN_CHARACTERS)}`, {
      cause,
    });
  }
}

/** Of a page on which something was not found: enough to tell which screen it is. */
const SHOWN_CHARACTERS = 400;

/** Middle of the node in CSS px of the viewport, or undefined while it has no box. */
async function middleOf(page: Page, backendNodeId: number): Promise<Point | undefined> {
  return withSession(page, async (session) => {
    const answer = await session
      .send('DOM.getContentQuads', { backendNodeId })
      .catch(() => undefined);
    const quad = answer?.quads[0];
    if (!quad) return undefined;
    const [left = 0, top = 0, , , right = 0, bottom = 0] = quad;
    return { x: (left + right) / 2, y: (top + bottom) / 2 };
  });
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Waits until the control is there and has stopped moving, then presses it with the mouse. */
export async function clickControl(
  page: Page,
  query: ControlQuery,
  timeoutMs = WAIT_MS,
): Promise<void> {
  const control = await waitForControl(page, query, timeoutMs);
  let last: Point | undefined;
  const point = await until(
    `a ${query.role} named ${String(query.name)} at rest`,
    async () => {
      const now = await middleOf(page, control.backendNodeId);
      const rests = now !== undefined && last?.x === now.x && last.y === now.y;
      last = now;
      return rests ? now : undefined;
    },
    timeoutMs,
  );
  await page.mouse.move(point.x, point.y, { steps: 4 });
  await page.mouse.click(point.x, point.y);
}

/** All text of the page as the DOM holds it, closed shadow roots and same-process frames included. */
export async function readPageText(page: Page): Promise<string> {
  return withSession(page, async (session) => {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    return textUnder(root).join(' ').replaceAll(/\s+/g, ' ').trim();
  });
}

const SILENT = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT']);

function textUnder(node: Protocol.DOM.Node): string[] {
  if (SILENT.has(node.nodeName)) return [];
  const inner = [
    ...(node.children ?? []),
    ...(node.shadowRoots ?? []),
    ...(node.contentDocument ? [node.contentDocument] : []),
  ];
  return [...(node.nodeType === 3 ? [node.nodeValue] : []), ...inner.flatMap(textUnder)];
}

/** Waits until the page's text holds these words or matches; gives all of it. */
export function waitForText(
  page: Page,
  text: RegExp | string,
  timeoutMs = WAIT_MS,
): Promise<string> {
  return until(
    `the text ${String(text)}`,
    async () => {
      const found = await readPageText(page);
      const isThere = typeof text === 'string' ? found.includes(text) : text.test(found);
      return isThere ? found : undefined;
    },
    timeoutMs,
  );
}

/** Like typeInto, for a field found by its role and name. */
export async function typeIntoControl(
  page: Page,
  query: ControlQuery,
  text: string,
): Promise<void> {
  await clickControl(page, query);
  await page.keyboard.type(text);
}

/** Clicks into the field and types, key by key: trusted input, as a person gives it. */
export async function typeInto(page: Page, selector: string, text: string): Promise<void> {
  await page.waitForSelector(selector, { visible: true });
  await page.click(selector);
  await page.keyboard.type(text);
}
