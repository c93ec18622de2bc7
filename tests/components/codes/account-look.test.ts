import { expect, test } from 'vitest';
import { hueOf, initialOf } from '../../../components/codes/account-look.ts';

test('an account has the letter of its label, or of its issuer where it has no label', () => {
  expect(initialOf({ issuer: 'TP-Link', label: 'maria@example.com' })).toBe('M');
  expect(initialOf({ issuer: 'GitHub', label: '' })).toBe('G');
  expect(initialOf({ issuer: '', label: '' })).toBe('·');
});

test('accounts of neighbouring names have all eight colours, about as many of each', () => {
  const counts = Array.from({ length: 8 }, () => 0);
  for (let site = 0; site < 800; site++) {
    const hue = hueOf({ issuer: 'TP-Link', label: `site-${site}@example.com` });
    counts[hue] = (counts[hue] ?? 0) + 1;
  }
  for (const count of counts) expect(count).toBeGreaterThan(50);
});

test('a colour belongs to issuer and label, and never changes', () => {
  expect(hueOf({ issuer: 'TP-Link', label: 'maria@example.com' })).toBe(6);
  expect(hueOf({ issuer: 'a', label: 'b' })).not.toBe(hueOf({ issuer: 'ab', label: '' }));
});
