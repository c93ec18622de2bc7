/** A page of Chromium through the DevTools protocol. The accessibility tree is the one view that shows all of it. */
import type { CDPSession, Page, Protocol } from 'puppeteer-core';
import type { Control, ControlQuery, PageView, Point } from './page-view.ts';

function textOf(value: Protocol.Accessibility.AXValue | undefined): string {
  return typeof value?.value === 'string' ? value.value : '';
}

/** Each page keeps its own: another one for every look would cost more than the look. */
const sessions = new WeakMap<Page, Promise<CDPSession>>();

async function sessionOf(page: Page): Promise<CDPSession> {
  // One that could not begin, because the page was just then replaced, may begin now.
  const session = await sessions.get(page)?.catch(() => undefined);
  if (session?.detached === false) return session;
  const renewed = page.createCDPSession();
  sessions.set(page, renewed);
  return renewed;
}

async function findControls(page: Page, query: ControlQuery): Promise<readonly Control[]> {
  const session = await sessionOf(page);
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
    const { backendDOMNodeId: nodeId } = node;
    return [{ name, disabled: disabled === true, middle: () => middleOf(page, nodeId) }];
  });
}

function frameIds(tree: Protocol.Page.FrameTree): string[] {
  return [tree.frame.id, ...(tree.childFrames ?? []).flatMap(frameIds)];
}

/** Middle of the node in CSS px of the viewport, or undefined while it has no box. */
async function middleOf(page: Page, backendNodeId: number): Promise<Point | undefined> {
  const session = await sessionOf(page);
  const answer = await session
    .send('DOM.getContentQuads', { backendNodeId })
    .catch(() => undefined);
  const quad = answer?.quads[0];
  if (!quad) return undefined;
  const [left = 0, top = 0, , , right = 0, bottom = 0] = quad;
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}

async function readText(page: Page): Promise<string> {
  const session = await sessionOf(page);
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  return textUnder(root).join(' ').replaceAll(/\s+/g, ' ').trim();
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

export const chromiumView: PageView = { findControls, readText };
