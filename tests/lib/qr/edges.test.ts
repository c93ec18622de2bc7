import { describe, expect, test } from 'vitest';
import { Edges } from '../../../lib/qr/edges.ts';

function edgesOf(shades: readonly number[], step = 20) {
  const edges = new Edges(shades.length);
  edges.scan(Uint8Array.from(shades), step);
  return { first: edges.first, at: [...edges.at.subarray(0, edges.count)] };
}

describe('edges along a line', () => {
  test('lie between the pixels they part', () => {
    expect(edgesOf([255, 255, 0, 0, 255])).toEqual({ first: 'falling', at: [2, 4] });
  });

  test('lie inside a pixel that is partly covered', () => {
    const { at } = edgesOf([255, 255, 64, 0, 0, 0]);
    expect(at[0]).toBeGreaterThan(1.9);
    expect(at[0]).toBeLessThan(2.3);
  });

  test('have a threshold of their own, so a gradient moves none', () => {
    const { at } = edgesOf([250, 250, 150, 150, 230, 230, 110, 110, 200, 200]);
    expect(at).toEqual([2, 4, 6, 8]);
  });

  test('are not made by less than the step', () => {
    expect(edgesOf([100, 110, 100, 110, 100]).at).toEqual([]);
    expect(edgesOf([100, 110, 100, 110, 100], 10).at).toHaveLength(4);
  });

  test('of an empty or even line are none', () => {
    expect(edgesOf([]).at).toEqual([]);
    expect(edgesOf([7, 7, 7]).at).toEqual([]);
  });
});
