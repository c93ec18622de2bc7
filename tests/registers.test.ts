import path from 'node:path';
import { expect, test } from 'vitest';
import { findSite, sites } from '../lib/sites/index.ts';
import { findUnregistered, registers } from './walls/registers.ts';

const root = path.resolve(import.meta.dirname, '..');

test.each(registers)('every file of $room is in its register', async ({ room }) => {
  expect(await findUnregistered(root, room)).toEqual([]);
});

/** One origin of each site's own documentation or of the facts it was made from. */
const siteSamples: Readonly<Record<string, string>> = {
  'vms-cloud': 'https://vms.tplinkcloud.com',
};

test.each(sites)('$id has a sample that it and no other site claims', (site) => {
  const sample = siteSamples[site.id];
  expect(sample).toBeDefined();
  expect(sites.filter((one) => one.origins.includes(sample ?? ''))).toEqual([site]);
});

test.each(sites.flatMap((site) => site.origins.map((origin) => ({ site, origin }))))(
  '$origin belongs to $site.id alone',
  ({ site, origin }) => {
    expect(findSite(origin)).toBe(site);
    expect(sites.flatMap((one) => one.origins).filter((one) => one === origin)).toHaveLength(1);
  },
);
