import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { AppError } from '../../../lib/errors.ts';
import { ownSchemas } from '../../../lib/protocol/own-schemas.ts';
import { pageSchemas } from '../../../lib/protocol/page-schemas.ts';
import type { MessageSender } from '../../../lib/browser/messages.ts';
import { expectNone } from '../../expect-none.ts';
import { ownAsks, pageAsks } from './asks.ts';
import { createServer, type OwnHandlers, type PageHandlers } from '../../../lib/protocol/server.ts';

const OWN = { id: 'nightlatch', root: 'chrome-extension://nightlatch/' };
const popup: MessageSender = {
  id: OWN.id,
  url: `${OWN.root}popup.html`,
  origin: 'chrome-extension://nightlatch',
};
const page: MessageSender = {
  id: OWN.id,
  url: 'https://vms.tplinkcloud.com/#/vms/device',
  origin: 'https://vms.tplinkcloud.com',
  frameId: 0,
  documentId: 'D',
  documentLifecycle: 'active',
  tab: { id: 7, url: 'https://vms.tplinkcloud.com/' },
};

/** Handlers that answer with their own name, made for every name of a table. */
function echo(names: readonly string[]): never {
  return Object.fromEntries(names.map((name) => [name, vi.fn(async () => name)])) as never;
}
function server(): ReturnType<typeof createServer> {
  const pageHandlers: PageHandlers = echo(Object.keys(pageSchemas));
  const ownHandlers: OwnHandlers = echo(Object.keys(ownSchemas));
  return createServer(OWN, pageHandlers, ownHandlers);
}
const forbidden = { ok: false, code: 'request-forbidden' };

type Table = 'page' | 'own';
const asks: Readonly<Record<string, unknown>> = { ...pageAsks, ...ownAsks };
const tables = [
  ...Object.keys(pageSchemas).map((name) => ['page', name] as const),
  ...Object.keys(ownSchemas).map((name) => ['own', name] as const),
];

/** Sends every request of both tables; gives a line for each whose reply is not the one meant. */
async function findWrongReplies(
  send: (table: Table, name: string) => unknown,
  meant: (name: string) => unknown,
): Promise<readonly string[]> {
  const lines = tables.map(async ([table, name]) => {
    const reply = await send(table, name);
    if (isDeepStrictEqual(reply, meant(name))) return [];
    return [`${table} request ${name} is answered ${JSON.stringify(reply)}`];
  });
  return (await Promise.all(lines)).flat();
}

const ownSender = (table: Table): MessageSender => (table === 'page' ? page : popup);
const otherTable = (table: Table): Table => (table === 'page' ? 'own' : 'page');

describe('who may ask what', () => {
  test('every request is answered to its own kind of sender', async () => {
    const send = (table: Table, name: string) =>
      server().answer({ table, name, ask: asks[name] }, ownSender(table));
    expectNone(await findWrongReplies(send, (name) => ({ ok: true, value: name })));
  });

  test.each<readonly [string, MessageSender]>([
    ['another extension', { ...popup, id: 'other' }],
    ['another extension in a tab', { ...page, id: 'other' }],
    ['nobody', {}],
    [
      'a page that bears our root in its path',
      { ...page, id: OWN.id, url: `https://evil.test/${OWN.root}`, frameId: undefined },
    ],
    ['a prerendered document', { ...page, documentLifecycle: 'prerender' }],
    ['a document in the back-forward cache', { ...page, documentLifecycle: 'cached' }],
  ])('every request is refused to %s', async (_words, sender) => {
    const send = (table: Table, name: string) =>
      server().answer({ table, name, ask: asks[name] }, sender);
    expectNone(await findWrongReplies(send, () => forbidden));
  });

  test('every request is refused to the other kind of sender', async () => {
    const send = (table: Table, name: string) =>
      server().answer({ table, name, ask: asks[name] }, ownSender(otherTable(table)));
    expectNone(await findWrongReplies(send, () => forbidden));
  });

  test('every request is refused under the other table', async () => {
    for (const sender of [popup, page]) {
      const send = (table: Table, name: string) =>
        server().answer({ table: otherTable(table), name, ask: asks[name] }, sender);
      expectNone(await findWrongReplies(send, () => forbidden));
    }
  });
});

describe('what crosses the wire', () => {
  test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
    'the name %s is no request',
    async (name) => {
      expect(await server().answer({ table: 'own', name, ask: {} }, popup)).toEqual(forbidden);
    },
  );

  test('an error crosses as its code alone', async () => {
    const pageHandlers: PageHandlers = echo(Object.keys(pageSchemas));
    const ownHandlers: OwnHandlers = echo(Object.keys(ownSchemas));
    const failing = (thrown: unknown): OwnHandlers => ({
      ...ownHandlers,
      lock: () => {
        throw thrown;
      },
    });
    const ask = { table: 'own', name: 'lock', ask: {} };
    const known = createServer(OWN, pageHandlers, failing(new AppError('vault-damaged')));
    expect(await known.answer(ask, popup)).toEqual({ ok: false, code: 'vault-damaged' });
    const unknown = createServer(OWN, pageHandlers, failing(new Error('JBSWY3DPEHPK3PXP')));
    expect(await unknown.answer(ask, popup)).toEqual({ ok: false, code: 'unexpected' });
  });

  test('a handler of a page request hears the origin the browser says', async () => {
    const handlers: PageHandlers = echo(Object.keys(pageSchemas));
    const heard = createServer(OWN, handlers, echo(Object.keys(ownSchemas)));
    await heard.answer(
      { table: 'page', name: 'promptReport', ask: { promptId: 'p' } },
      { ...page, frameId: 3, origin: 'null' },
    );
    expect(handlers.promptReport).toHaveBeenCalledWith(
      { promptId: 'p' },
      {
        tabId: 7,
        frameId: 3,
        documentId: 'D',
        origin: 'null',
        topOrigin: 'https://vms.tplinkcloud.com',
        url: 'https://vms.tplinkcloud.com/#/vms/device',
      },
    );
  });

  test('a top document that leaves is known, though Firefox has no address of its tab any more', async () => {
    const handlers: PageHandlers = echo(Object.keys(pageSchemas));
    const heard = createServer(OWN, handlers, echo(Object.keys(ownSchemas)));
    await heard.answer(
      { table: 'page', name: 'promptReport', ask: { promptId: 'p' } },
      { ...page, tab: { id: 7 } },
    );
    expect(handlers.promptReport).toHaveBeenCalledWith(
      { promptId: 'p' },
      expect.objectContaining({ origin: page.origin, topOrigin: page.origin }),
    );
  });

  test('every request refuses an unknown key', async () => {
    const send = (table: Table, name: string) => {
      const ask = { ...(asks[name] as object), origin: 'https://vms.tplinkcloud.com' };
      return server().answer({ table, name, ask }, ownSender(table));
    };
    const malformed = { ok: false, code: 'request-malformed' };
    expectNone(await findWrongReplies(send, () => malformed));
  });

  test.each([
    ['left', Number.NaN],
    ['top', Number.POSITIVE_INFINITY],
    ['bottom', 2e6],
    ['viewWidth', '1280'],
    ['viewHeight', undefined],
    ['screen', 0],
  ])(
    'a place of a field is whole and of numbers a screen could have: not with %s %s',
    async (key, value) => {
      const at = { left: 0, top: 0, bottom: 20, viewWidth: 1280, viewHeight: 800 };
      const send = (place: object) =>
        server().answer(
          { table: 'page', name: 'promptOpen', ask: { promptId: 'p', at: place } },
          page,
        );
      expect(await send(at)).toMatchObject({ ok: true });
      // A field may be scrolled away in part, and stand between two px.
      expect(await send({ ...at, left: -12.5, top: -40 })).toMatchObject({ ok: true });
      expect(await send({ ...at, [key]: value })).toMatchObject({ code: 'request-malformed' });
    },
  );

  test('any ask at all is parsed or refused as malformed', async () => {
    const asked = server();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...tables), fc.anything(), async ([table, name], ask) => {
        const reply = await asked.answer({ table, name, ask }, ownSender(table));
        expect(reply?.ok === true || reply?.code === 'request-malformed').toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('a message that is no request is left to others', () => {
    fc.assert(
      fc.property(fc.anything(), (message) => {
        if (typeof message === 'object' && message !== null && 'table' in message) return;
        expect(server().answer(message, popup)).toBeUndefined();
      }),
    );
  });
});
