import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { noteQrReading } from '../../../../lib/page/dom/qr-reading.ts';
import type { SignalName } from '../../../../lib/page/field/weights.ts';
import { HoldBesideQr } from '../../../../lib/page/prompt/hold-beside-qr.ts';

let gone: number;
let hold: HoldBesideQr;
beforeEach(() => {
  vi.useFakeTimers();
  noteQrReading('over');
  gone = 0;
  hold = new HoldBesideQr();
});
afterEach(() => vi.useRealTimers());

const begin = (...signals: readonly SignalName[]): void =>
  hold.begin(signals, () => void (gone += 1));

test('a field of which nothing says that a QR code is there goes at once', () => {
  begin('length 6', 'own: second factor');
  expect(gone).toBe(1);
});

test.each(['square image', 'near: scan'] as const)('a field with %s waits a second', (signal) => {
  begin(signal);
  vi.advanceTimersByTime(999);
  expect(gone).toBe(0);
  vi.advanceTimersByTime(1);
  expect(gone).toBe(1);
});

test('a picture that is still being read on a busy machine is waited for', () => {
  noteQrReading('under-way');
  begin('square image');
  vi.advanceTimersByTime(3_000);
  expect(gone).toBe(0);
  noteQrReading('over');
  vi.advanceTimersByTime(100);
  expect(gone).toBe(1);
});

test('but not for ever, and not once the field is gone', () => {
  noteQrReading('under-way');
  begin('square image');
  vi.advanceTimersByTime(6_100);
  expect(gone).toBe(1);
  begin('square image');
  hold.end();
  vi.advanceTimersByTime(10_000);
  expect(gone).toBe(1);
});
