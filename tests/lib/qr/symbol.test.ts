import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { getFixedModules } from '../../../lib/qr/symbol.ts';

const versions = Array.from({ length: 40 }, (_version, index) => index + 1);

test.each(versions)('version %d has its fixed modules where an encoder puts them', (version) => {
  const { data, size } = encode('1', { border: 0, minVersion: version, maxVersion: version });
  const fixed = getFixedModules(size);
  const drawn = data.flat().map((isDark) => (isDark ? 1 : 0));
  expect(fixed.length).toBe(drawn.length);
  expect([...fixed].map((module, index) => (module < 0 ? drawn[index] : module))).toEqual(drawn);
  // Finders with their separators are 3 × 64, timing 2 × (size - 16), and one module is always dark.
  const rest = 192 + 2 * (size - 16) + 1;
  // Alignment patterns are 5 × 5; those on a timing line share five modules with it.
  const side = version < 2 ? 0 : Math.floor(version / 7) + 2;
  const alignment = version < 2 ? 0 : 25 * (side * side - 3) - 5 * 2 * (side - 2);
  const information = version < 7 ? 0 : 2 * 18;
  expect(fixed.filter((module) => module >= 0)).toHaveLength(rest + alignment + information);
});
