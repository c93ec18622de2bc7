import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import * as colours from '../../../../lib/page/visibility/colours.ts';

const tokens = readFileSync(
  path.resolve(import.meta.dirname, '../../../../components/ui/tokens.css'),
  'utf8',
);

test.each(Object.entries(colours))('%s in a page is the one of our own pages', (name, value) => {
  const token = `--${name.toLowerCase().replaceAll('_', '-')}`;
  expect(new RegExp(`${token}: (.+);`, 'u').exec(tokens)?.[1]).toBe(value);
});

/** The relative luminance of WCAG 2.2. */
function luminance(hex: string): number {
  const channels = [0, 2, 4].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  const [red = 0, green = 0, blue = 0] = channels;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

const { ACCENT, BAD, EDGE, GROUND, MUTED, ON_ACCENT, RAISED, TEXT, WARN } = colours;

test.each([
  ['TEXT on GROUND', TEXT, GROUND, 4.5],
  ['TEXT on RAISED', TEXT, RAISED, 4.5],
  ['MUTED on GROUND', MUTED, GROUND, 4.5],
  ['BAD on GROUND', BAD, GROUND, 4.5],
  ['ON_ACCENT on ACCENT', ON_ACCENT, ACCENT, 4.5],
  ['EDGE on GROUND', EDGE, GROUND, 3],
  ['WARN on GROUND', WARN, GROUND, 3],
])('%s can be told apart, light and dark', (_name, ink, ground, least) => {
  const [inks = [], grounds = []] = [ink, ground].map((value) =>
    [...value.matchAll(/#(?<hex>[\da-f]{6})/gu)].map(([, hex]) => hex ?? ''),
  );
  expect(inks).toHaveLength(2);
  for (const [at, hex] of inks.entries())
    expect(contrast(hex, grounds[at] ?? '')).toBeGreaterThanOrEqual(least);
});
