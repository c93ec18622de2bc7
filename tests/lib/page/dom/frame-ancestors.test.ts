import { describe, expect, test } from 'vitest';
import { siteOfAncestors } from '../../../../lib/page/dom/frame-ancestors.ts';

const VMS = 'https://vms.tplinkcloud.com';
const ID = 'https://euw1-id.tplinkcloud.com';
const EVIL = 'https://evil.test';
const LOCAL = 'https://192.168.1.20:8043';

function framed(origin: string, ancestorOrigins: readonly string[]) {
  return { location: { origin, ancestorOrigins }, top: undefined, parent: undefined };
}

describe('a document', () => {
  test.each([
    ['is on top', VMS, []],
    ['is framed by its own origin', VMS, [VMS, VMS]],
    ['is framed by another host of its site', ID, [VMS]],
    ['of an added site is framed by itself', LOCAL, [LOCAL]],
  ])('%s: its own site', (_words, origin, ancestors) => {
    expect(siteOfAncestors(framed(origin, ancestors))).toBe('own-site');
  });

  test.each([
    ['is framed by a foreign page', VMS, [EVIL]],
    ['is framed by its own page under a foreign one', VMS, [VMS, EVIL]],
    ['is framed by a foreign page under its own', VMS, [EVIL, VMS]],
    ['of an added site is framed by VMS Cloud', LOCAL, [VMS]],
    ['of an added site is framed by another port', LOCAL, ['https://192.168.1.20']],
    ['is framed by a sandboxed one', VMS, ['null']],
  ])('%s: foreign', (_words, origin, ancestors) => {
    expect(siteOfAncestors(framed(origin, ancestors))).toBe('foreign');
  });

  test('where the browser names no ancestors, only one level deep is its own site', () => {
    const top = {};
    const location = { origin: VMS };
    expect(siteOfAncestors({ location, top, parent: top })).toBe('own-site');
    expect(siteOfAncestors({ location, top, parent: {} })).toBe('foreign');
  });
});
