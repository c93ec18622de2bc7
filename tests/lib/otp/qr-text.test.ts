import { expect, test } from 'vitest';
import { classifyQrText, type QrTextKind } from '../../../lib/otp/qr-text.ts';

test.each<[QrTextKind, string]>([
  ['otpauth', 'otpauth://totp/TP-Link:maria?secret=JBSWY3DPEHPK3PXP'],
  ['otpauth', 'OTPAUTH://TOTP/A?SECRET=JBSWY3DPEHPK3PXP'],
  ['hotp', 'otpauth://hotp/a?secret=JBSWY3DPEHPK3PXP&counter=0'],
  ['migration', 'otpauth-migration://offline?data=CgA%3D'],
  ['steam', 'steam://JBSWY3DPEHPK3PXP'],
  ['steam', 'otpauth://steam/Steam:maria?secret=JBSWY3DPEHPK3PXP'],
  ['steam', 'otpauth://totp/Steam:maria?secret=JBSWY3DPEHPK3PXP&encoder=steam'],
  ['wifi', 'WIFI:T:WPA;S:Guests;P:secret;;'],
  ['link', 'https://www.tp-link.com/app/vigi/'],
  ['link', 'www.example.com/x'],
  ['contact', 'BEGIN:VCARD\nVERSION:3.0\nFN:Maria\nEND:VCARD'],
  ['contact', 'MECARD:N:Maria;;'],
  ['vigi-device', 'VIGI C540;SN:2231234567890'],
  ['vigi-device', '{"product":"VIGI NVR1008H","resetCode":"1234"}'],
  ['vigi-device', 'S/N: 2231234567890 MAC: 00-11-22-33-44-55'],
  ['text', ''],
  ['text', 'vigilance is free'],
  ['text', 'see https://example.com for more'],
])('%s: %s', (kind, text) => {
  expect(classifyQrText(text)).toBe(kind);
});
