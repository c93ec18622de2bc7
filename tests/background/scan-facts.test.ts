import { expect, test } from 'vitest';
import { savingOfUri } from '../../entrypoints/background/scan-facts.ts';

const SECRET = 'secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

test.each([
  ['a code by time', `otpauth://totp/TP-Link:maria?${SECRET}&issuer=TP-Link`, 'on-card'],
  ['a code by counter', `otpauth://hotp/TP-Link:maria?${SECRET}&counter=1`, 'in-popup'],
  ['what may be Steam', `otpauth://totp/Steam:maria?${SECRET}&issuer=Steam`, 'in-popup'],
  ['a name in one alphabet', `otpauth://totp/Камеры:мария?${SECRET}&issuer=Камеры`, 'on-card'],
  ['a Cyrillic ТР in TP-Link', `otpauth://totp/ТР-Link:m?${SECRET}&issuer=ТР-Link`, 'in-popup'],
])('%s (%s) is saved %s', (_what, uri, saving) => {
  expect(savingOfUri(uri)).toBe(saving);
});
