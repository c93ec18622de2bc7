import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS, SiteBook, type ValueStore } from '../../../lib/policy/site-book.ts';

function memory(start?: unknown): ValueStore {
  let kept = start;
  return {
    read: async () => structuredClone(kept),
    write: async (_key, value) => void (kept = structuredClone(value)),
  };
}
const LOCAL = 'https://192.168.1.20:8043';

test('a granted origin is a site of its own, port included', async () => {
  const book = new SiteBook(memory());
  await book.grant(LOCAL, 1);
  expect((await book.find(LOCAL))?.id).toBe(LOCAL);
  expect(await book.find('https://192.168.1.20')).toBeUndefined();
  expect((await book.find('https://vms.tplinkcloud.com'))?.id).toBe('vms-cloud');
});

test.each([
  'https://192.168.1.20:80433',
  'https://192.168.1.20:8043.evil.test',
  'https://192.168.1.20:8043/path',
  'https://192.168.1.20:804',
  'http://192.168.1.20:8043',
])('%s is not that site', async (origin) => {
  const book = new SiteBook(memory());
  await book.grant(LOCAL, 1);
  expect(await book.find(origin)).toBeUndefined();
});

test.each(['http://evil.test', 'https://evil.test/path', 'null', ''])(
  'a grant of %j in the store is damage, and costs no other',
  async (origin) => {
    const grants = [
      { origin, grantedMs: 1 },
      { origin: LOCAL, grantedMs: 1 },
    ];
    const book = new SiteBook(memory({ grants, settings: {} }));
    expect((await book.grants()).map((grant) => grant.origin)).toEqual([LOCAL]);
    expect(await book.find(origin)).toBeUndefined();
  },
);

test('a revoked site is unknown, and its settings and remembered prompts are gone', async () => {
  const book = new SiteBook(memory());
  await book.grant(LOCAL, 1);
  await book.set(LOCAL, { submit: 'once' });
  await book.remember(LOCAL, 'local', 1);
  await book.remember('vms-cloud', 'cloud', 1);
  await book.revoke(LOCAL);
  expect(await book.find(LOCAL)).toBeUndefined();
  expect(await book.settings(LOCAL)).toEqual(DEFAULT_SETTINGS);
  expect(await book.prompts(LOCAL)).toEqual([]);
  expect(await book.prompts('vms-cloud')).toHaveLength(1);
});

test('a site whose origin a policy forbids is not used, and known still', async () => {
  const store = memory();
  await new SiteBook(store).grant(LOCAL, 1);
  const book = new SiteBook(store, async () => () => false);
  expect(await book.find(LOCAL)).toBeUndefined();
  expect([...(await book.knownIds())]).toEqual(expect.arrayContaining(['vms-cloud', LOCAL]));
});

test('settings are per site and default to fill by itself, never submit', async () => {
  const book = new SiteBook(memory());
  await book.set('vms-cloud', { fill: 'by-hand' });
  expect(await book.settings('vms-cloud')).toEqual({ ...DEFAULT_SETTINGS, fill: 'by-hand' });
  expect(await book.settings(LOCAL)).toEqual(DEFAULT_SETTINGS);
  expect(await book.settings('constructor')).toEqual(DEFAULT_SETTINGS);
});

test('two grants at once are both kept', async () => {
  const book = new SiteBook(memory());
  await Promise.all([book.grant(LOCAL, 1), book.grant('https://nvr.test', 2)]);
  expect(await book.grants()).toHaveLength(2);
});

test('whatever lies in the store, the registered site is found and nothing throws', async () => {
  await fc.assert(
    fc.asyncProperty(fc.anything(), async (stored) => {
      const book = new SiteBook(memory(stored));
      expect((await book.find('https://vms.tplinkcloud.com'))?.id).toBe('vms-cloud');
      await book.settings('vms-cloud');
    }),
  );
});

test('two settings changed at once are both kept', async () => {
  const book = new SiteBook(memory());
  await Promise.all([
    book.set('vms-cloud', { fill: 'by-hand' }),
    book.set('vms-cloud', { submit: 'once' }),
  ]);
  expect(await book.settings('vms-cloud')).toEqual({
    ...DEFAULT_SETTINGS,
    fill: 'by-hand',
    submit: 'once',
  });
});

test('where the store cannot be read, the registered sites stay, and each asks first', async () => {
  const written: unknown[] = [];
  const book = new SiteBook({
    read: () => Promise.reject(new Error('a flipped bit')),
    write: (_key, value) => Promise.resolve(void written.push(value)),
  });
  expect((await book.find('https://vms.tplinkcloud.com'))?.id).toBe('vms-cloud');
  expect(await book.find(LOCAL)).toBeUndefined();
  expect(await book.grants()).toEqual([]);
  expect(await book.prompts('vms-cloud')).toEqual([]);
  expect(await book.settings('vms-cloud')).toEqual({ ...DEFAULT_SETTINGS, fill: 'by-hand' });
  await expect(book.set('vms-cloud', { submit: 'once' })).rejects.toThrow('storage-unreadable');
  expect(written).toEqual([]);
});

const GRANTS = [{ origin: LOCAL, grantedMs: 1 }];
const ASKS_FIRST = { ...DEFAULT_SETTINGS, fill: 'by-hand' };
const DAMAGES: readonly (readonly [string, object])[] = [
  [
    'an unknown value',
    { settings: { [LOCAL]: { ...DEFAULT_SETTINGS, submit: 'twice' }, 'vms-cloud': ASKS_FIRST } },
  ],
  ['a missing value', { settings: { [LOCAL]: { fill: 'by-itself' }, 'vms-cloud': ASKS_FIRST } }],
  ['no settings at all', {}],
  ['settings of another kind', { settings: 7 }],
];

test.each(DAMAGES)('with %s the sites stay, and those asks first', async (_what, damage) => {
  const book = new SiteBook(memory({ grants: GRANTS, ...damage }));
  expect(await book.settings(LOCAL)).toEqual(ASKS_FIRST);
  expect(await book.settings('vms-cloud')).toEqual(ASKS_FIRST);
  expect((await book.grants()).map(({ origin }) => origin)).toEqual([LOCAL]);
  await book.set(LOCAL, { submit: 'once' });
  expect(await book.settings(LOCAL)).toEqual({ ...ASKS_FIRST, submit: 'once' });
  expect(await book.settings('vms-cloud')).toEqual(ASKS_FIRST);
});

test('a damaged grant or remembered prompt costs neither the others nor the settings', async () => {
  const settings = { 'vms-cloud': ASKS_FIRST };
  const prompts = { 'vms-cloud': [{ id: 'one', rememberedMs: 1 }, { id: 2 }], [LOCAL]: 'none' };
  const book = new SiteBook(
    memory({ grants: [7, ...GRANTS, { origin: LOCAL }], settings, prompts }),
  );
  expect(await book.grants()).toEqual(GRANTS);
  expect(await book.settings('vms-cloud')).toEqual(ASKS_FIRST);
  expect(await book.prompts('vms-cloud')).toEqual([{ id: 'one', rememberedMs: 1 }]);
  expect(await book.prompts(LOCAL)).toEqual([]);
});

test.each(['text', 7, null])('of a store that holds %j each site asks first', async (stored) => {
  const book = new SiteBook(memory(stored));
  expect(await book.settings('vms-cloud')).toEqual(ASKS_FIRST);
  await book.set('vms-cloud', { submit: 'once' });
  expect(await book.settings('vms-cloud')).toEqual({ ...ASKS_FIRST, submit: 'once' });
});

test('a store that takes no write is not one that cannot be read', async () => {
  const book = new SiteBook({
    read: () => Promise.resolve(undefined),
    write: () => Promise.reject(new Error('no space left')),
  });
  await expect(book.set('vms-cloud', { submit: 'once' })).rejects.toThrow('storage-failed');
});

test('the store is read once, but again after a reading that failed', async () => {
  const store = memory();
  let readings = 0;
  const read = async (key: string): Promise<unknown> => {
    readings += 1;
    if (readings === 1) throw new Error('a bad block');
    return store.read(key);
  };
  const book = new SiteBook({ ...store, read });
  expect((await book.settings('vms-cloud')).fill).toBe('by-hand');
  expect(await book.settings('vms-cloud')).toEqual(DEFAULT_SETTINGS);
  await book.grant(LOCAL, 1);
  expect((await book.find(LOCAL))?.id).toBe(LOCAL);
  expect(readings).toBe(2);
});

test('what could not be written does not hold', async () => {
  const store = memory();
  const book = new SiteBook({ ...store, write: () => Promise.reject(new Error('full')) });
  await expect(book.grant(LOCAL, 1)).rejects.toThrow('storage-failed');
  expect(await book.find(LOCAL)).toBeUndefined();
});
