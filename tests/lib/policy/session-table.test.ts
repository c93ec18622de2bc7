import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseScan } from '../../../lib/policy/scan.ts';
import { parsePrompt } from '../../../lib/policy/prompt.ts';
import { SessionTable, type SessionStore } from '../../../lib/policy/session-table.ts';
import { parseSignIn } from '../../../lib/policy/sign-in.ts';

function memory(): SessionStore & { readonly kept: Map<string, unknown> } {
  const kept = new Map<string, unknown>();
  return {
    kept,
    get: async (key) => structuredClone(kept.get(key)),
    set: async (key, value) => void kept.set(key, structuredClone(value)),
    remove: async (key) => void kept.delete(key),
  };
}
const text = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

test('fifty changes at once lose none', async () => {
  const table = new SessionTable(memory(), 'rows', text);
  await Promise.all(Array.from({ length: 50 }, (_, index) => table.put(`id${index}`, 'row')));
  expect(Object.keys(await table.rows())).toHaveLength(50);
});

test('a failed change does not stop the next', async () => {
  const store = memory();
  const table = new SessionTable(store, 'rows', text);
  const failed = table.change(() => {
    throw new Error('planted');
  });
  await expect(failed).rejects.toThrow('planted');
  await table.put('a', 'row');
  expect(await table.find('a')).toBe('row');
});

test('a row that does not parse is left out, the others stay', async () => {
  const store = memory();
  store.kept.set('rows', { a: 'row', b: 7 });
  expect(await new SessionTable(store, 'rows', text).rows()).toEqual({ a: 'row' });
});

test('an id of Object.prototype is not found', async () => {
  expect(await new SessionTable(memory(), 'rows', text).find('constructor')).toBeUndefined();
});

test('no stored value makes a row parser throw', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      for (const parse of [parseSignIn, parsePrompt, parseScan]) parse(value);
    }),
  );
});
