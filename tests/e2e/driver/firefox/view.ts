/**
 * A page of Firefox through WebDriver BiDi. The page's own scripts cannot reach
 * closed shadow roots; BiDi names them when it is asked to serialize the document.
 */
import type { Page } from 'puppeteer-core';
import type { Control, ControlQuery, PageView, Point } from '../page-view.ts';
import { callIn, contextOf, sendBidi, type SharedNode } from './bidi.ts';

export function isFirefoxPage(page: Page): boolean {
  return (page.browser() as unknown as { readonly protocol: string }).protocol === 'webDriverBiDi';
}

/** What BiDi tells of a node. */
interface TreeNode {
  readonly sharedId?: string;
  readonly value?: {
    readonly nodeType: number;
    readonly nodeValue?: string;
    readonly localName?: string;
    readonly children?: readonly TreeNode[];
    readonly shadowRoot?: TreeNode | null;
  };
}

/** A world of its own: what the page has done to its prototypes does not reach it. */
const SANDBOX = 'nightlatch-tests';

const SILENT = new Set(['script', 'style', 'template', 'noscript']);

/** The document and everything in it. */
async function readTree(page: Page): Promise<TreeNode> {
  const { result } = await sendBidi<{ readonly result: TreeNode }>(
    page.browser(),
    'script.evaluate',
    {
      expression: 'document.documentElement',
      awaitPromise: false,
      target: { context: contextOf(page), sandbox: SANDBOX },
      serializationOptions: { maxDomDepth: 60, includeShadowTree: 'all' },
    },
  );
  return result;
}

function childrenOf({ value }: TreeNode): readonly TreeNode[] {
  return [...(value?.children ?? []), ...(value?.shadowRoot ? [value.shadowRoot] : [])];
}

function textUnder(node: TreeNode): string[] {
  if (SILENT.has(node.value?.localName ?? '')) return [];
  const own = node.value?.nodeType === 3 ? [node.value.nodeValue ?? ''] : [];
  return [...own, ...childrenOf(node).flatMap(textUnder)];
}

function shadowRootsUnder(node: TreeNode): readonly SharedNode[] {
  const root = node.value?.shadowRoot?.sharedId;
  return [
    ...(root === undefined ? [] : [{ sharedId: root }]),
    ...childrenOf(node).flatMap(shadowRootsUnder),
  ];
}

/** The name by which a pattern is compared; for exact names Firefox computes it. */
const NAME_AND_STATE = `(node) => JSON.stringify({
  name: (
    node.ariaLabel ||
    [...(node.labels ?? [])].map((label) => label.textContent).join(' ') ||
    node.textContent
  ).replaceAll(/\\s+/g, ' ').trim(),
  disabled: node.disabled === true || node.ariaDisabled === 'true',
})`;

const MIDDLE = `(node) => {
  const { left, top, width, height } = node.getBoundingClientRect();
  return width === 0 || height === 0 ? '' : JSON.stringify({ x: left + width / 2, y: top + height / 2 });
}`;

async function askNode(page: Page, node: SharedNode, source: string): Promise<string> {
  const target = { context: contextOf(page), sandbox: SANDBOX };
  const { value } = await callIn(page.browser(), target, source, [node]);
  return typeof value === 'string' ? value : '';
}

interface Locator {
  readonly type: 'accessibility' | 'css';
  readonly value: string | { readonly role: string; readonly name?: string };
}

async function locate(
  page: Page,
  locator: Locator,
  startNodes: readonly SharedNode[] = [],
): Promise<readonly string[]> {
  const { nodes } = await sendBidi<{ readonly nodes: readonly SharedNode[] }>(
    page.browser(),
    'browsingContext.locateNodes',
    {
      context: contextOf(page),
      locator,
      ...(startNodes.length === 0 ? {} : { startNodes }),
    },
  );
  return nodes.map(({ sharedId }) => sharedId);
}

async function controlOf(page: Page, sharedId: string): Promise<Control> {
  const told = JSON.parse(await askNode(page, { sharedId }, NAME_AND_STATE)) as Pick<
    Control,
    'name' | 'disabled'
  >;
  return {
    ...told,
    async middle() {
      const box = await askNode(page, { sharedId }, MIDDLE).catch(() => '');
      return box === '' ? undefined : (JSON.parse(box) as Point);
    },
  };
}

async function findControls(page: Page, { role, name }: ControlQuery): Promise<readonly Control[]> {
  const roots = shadowRootsUnder(await readTree(page));
  const isExact = typeof name === 'string';
  const locator = { type: 'accessibility', value: { role, ...(isExact ? { name } : {}) } } as const;
  // From the document alone it does not enter closed roots; from them it does.
  const inRoots = roots.length === 0 ? [] : await locate(page, locator, roots);
  const located = new Set([...(await locate(page, locator)), ...inRoots]);
  // ARIA has no role for them, so that Firefox gives none; a person sees text fields.
  const passwords =
    role === 'textbox' ? await locate(page, { type: 'css', value: 'input[type="password"]' }) : [];
  const controls: Control[] = [];
  for (const sharedId of new Set([...located, ...passwords])) {
    // A page that draws anew takes the node with it: the next look finds the new one.
    const control = await controlOf(page, sharedId).catch(() => undefined);
    if (!control) continue;
    // Firefox itself compared the exact names, and knows more ways to name than NAME_AND_STATE.
    const isNamed = isExact
      ? located.has(sharedId) || control.name === name
      : name.test(control.name);
    if (isNamed) controls.push(control);
  }
  return controls;
}

async function readText(page: Page): Promise<string> {
  return textUnder(await readTree(page))
    .join(' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

export const firefoxView: PageView = { findControls, readText };
