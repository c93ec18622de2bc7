/** Which of our open pages are the popup of a tab. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { isPopupShown, popupPathFor } from '../../../lib/browser/action.ts';

interface OpenPage {
  readonly type: 'POPUP' | 'TAB' | 'BACKGROUND';
  readonly path: string;
}

const browser = vi.hoisted(() => ({
  open: [] as readonly OpenPage[],
  getContexts: 'there' as 'there' | 'absent',
}));
const urlOf = vi.hoisted(() => (path: string) => `chrome-extension://id${path}`);
vi.mock('../../../lib/browser/api.ts', () => ({
  api: {
    runtime: {
      getURL: urlOf,
      get getContexts() {
        if (browser.getContexts === 'absent') return undefined;
        return async () =>
          browser.open.map(({ type, path }) => ({ contextType: type, documentUrl: urlOf(path) }));
      },
    },
    extension: {
      getViews: (only: { readonly type?: 'popup' } = {}) =>
        browser.open
          .filter(({ type }) => only.type === undefined || type === 'POPUP')
          .map(({ path }) => ({ location: { href: urlOf(path) } })),
    },
  },
}));

beforeEach(() => {
  browser.open = [];
});

describe.each(['there', 'absent'] as const)('with getContexts %s', (getContexts) => {
  beforeEach(() => {
    browser.getContexts = getContexts;
  });

  test.each<[string, OpenPage, boolean]>([
    ['the popup over a tab', { type: 'POPUP', path: '/popup.html' }, true],
    ['its window for this tab', { type: 'TAB', path: popupPathFor(7) }, true],
    ['its window for another tab', { type: 'TAB', path: popupPathFor(71) }, false],
    ['another page of ours', { type: 'TAB', path: '/options.html' }, false],
  ])('%s', async (_what, page, isShown) => {
    browser.open = [{ type: 'BACKGROUND', path: '/background.html' }, page];
    expect(await isPopupShown(7)).toBe(isShown);
  });
});
