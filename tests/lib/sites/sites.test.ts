import { describe, expect, test } from 'vitest';
import { AppError } from '../../../lib/errors.ts';
import { grantableOrigin, isLocalPage, patternOfOrigin } from '../../../lib/sites/grant.ts';
import { findSite, matchPatterns } from '../../../lib/sites/index.ts';

describe('the register', () => {
  test.each([
    'https://vms.tplinkcloud.com',
    'https://use1-vms.tplinkcloud.com',
    'https://euw1-vms.tplinkcloud.com',
    'https://aps1-vms.tplinkcloud.com',
    'https://id.tplinkcloud.com',
    'https://use1-id.tplinkcloud.com',
    'https://euw1-id.tplinkcloud.com',
    'https://aps1-id.tplinkcloud.com',
  ])('knows %s', (origin) => {
    expect(findSite(origin)?.id).toBe('vms-cloud');
    expect(matchPatterns).toContain(`${origin}/*`);
  });

  test.each([
    ['plain http', 'http://vms.tplinkcloud.com'],
    ['another port', 'https://vms.tplinkcloud.com:8443'],
    ['a trailing dot', 'https://vms.tplinkcloud.com.'],
    ['a look-alike suffix', 'https://vms.tplinkcloud.com.evil.test'],
    ['a look-alike name', 'https://vms-tplinkcloud.com'],
    ['a sub-domain below', 'https://a.vms.tplinkcloud.com'],
    ['the API host', 'https://use1-vms-api.tplinkcloud.com'],
    ['punycode', 'https://vms.xn--tplnkcloud-p9a.com'],
    ['a sandboxed frame', 'null'],
    ['nothing', ''],
  ])('does not know %s', (_words, origin) => {
    expect(findSite(origin)).toBeUndefined();
  });

  test('has no pattern wider than one host', () => {
    for (const pattern of matchPatterns) expect(pattern).not.toMatch(/\*.*\*/);
  });
});

describe('a site the user may add', () => {
  test.each([
    ['https://nvr.example.test:8043/login?x=1#/y', 'https://nvr.example.test:8043', 'encrypted'],
    ['https://192.0.2.7/', 'https://192.0.2.7', 'encrypted'],
    ['http://192.168.1.20:8088/', 'http://192.168.1.20:8088', 'plain'],
    ['http://172.31.0.1/', 'http://172.31.0.1', 'plain'],
    ['http://localhost:3000/', 'http://localhost:3000', 'plain'],
    ['http://[::1]:81/', 'http://[::1]:81', 'plain'],
    ['http://[fd00::7]/', 'http://[fd00::7]', 'plain'],
  ])('%s is the origin %s', (url, origin, transport) => {
    expect(grantableOrigin(url)).toEqual({ origin, transport });
  });

  test.each([
    'http://nvr.example.test/',
    'http://172.32.0.1/',
    'http://192.169.1.1/',
    'http://10.evil.test/',
    'http://127.0.0.1.evil.test/',
    'http://[2001:db8::1]/',
    'https://vms.tplinkcloud.com./',
    'file:///etc/hosts',
    'chrome://settings',
    'javascript:alert(1)',
    'data:text/html,x',
    '',
  ])('%s is none', (url) => {
    expect(() => grantableOrigin(url)).toThrow(new AppError('site-not-grantable'));
  });

  test('is asked of the browser without its port', () => {
    expect(patternOfOrigin('https://192.168.1.20:8043')).toBe('https://192.168.1.20/*');
  });
});

test.each([
  'https://nvr.local:8043/',
  'http://192.168.1.10:8043/',
  'https://10.0.0.2/',
  'https://[fd00::1]/',
  'https://nvr/',
  'https://vms.lan/',
])('%s is of the own network', (url) => {
  expect(isLocalPage(url)).toBe(true);
});

test.each([
  'https://www.example.com/',
  'https://8.8.8.8/',
  'https://local.example.com/',
  'https://[2001:db8::1]/',
  'https://vms.notlan/',
])('%s is not of the own network', (url) => {
  expect(isLocalPage(url)).toBe(false);
});
