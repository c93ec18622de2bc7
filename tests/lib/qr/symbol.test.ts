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
  // Finders, separators and timing alone are 3 × 64 + 2 × (size - 16).
  expect(fixed.filter((module) => module >= 0).length).toBeGreaterThan(190 + 2 * (size - 16));
});
