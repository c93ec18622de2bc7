import { afterEach, expect, test, vi } from 'vitest';

interface Rules {
  readonly createScriptURL: (address: string) => string;
}

const made: { name: string; rules: Rules }[] = [];

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
  made.length = 0;
});

async function address(): Promise<unknown> {
  return (await import('../../entrypoints/import/reader-address.ts')).READER_ADDRESS;
}

test('one policy is made, and gives the one address whatever it is asked', async () => {
  vi.stubGlobal('trustedTypes', {
    createPolicy: (name: string, rules: Rules) => {
      made.push({ name, rules });
      return { createScriptURL: (asked: string) => `trusted ${rules.createScriptURL(asked)}` };
    },
  });
  expect(await address()).toBe('trusted /import-reader.js');
  expect(made.map(({ name }) => name)).toEqual(['import-reader']);
  const { rules } = made[0] ?? {};
  for (const other of ['data:text/javascript,0', 'https://example.com/a.js', '/popup.js', '']) {
    expect(rules?.createScriptURL(other)).toBe('/import-reader.js');
  }
});

test('a browser without Trusted Types gets the address as it is', async () => {
  vi.stubGlobal('trustedTypes', undefined);
  expect(await address()).toBe('/import-reader.js');
});
