/** What becomes of a save whose text has died, or whose pixels have changed, until the user pressed. */
import { beforeEach, expect, test, vi } from 'vitest';
import { ScanRereader } from '../../../../lib/page/enrolment/reread.ts';
import type { ShownScan } from '../../../../lib/page/enrolment/state.ts';
import { hashOf } from '../../../../lib/page/qr/grey.ts';
import type { GreyPicture } from '../../../../lib/qr/picture.ts';

const pictures = vi.hoisted(() => new Map<'shown', GreyPicture>());
vi.mock('../../../../lib/page/qr/read-pixels.ts', () => ({
  readPixels: async () => ({ kind: 'pixels', picture: pictures.get('shown') }),
}));

const scan = {
  scanId: 'first',
  issuer: 'TP-Link',
  label: 'maria@example.com',
  duplicate: 'none',
  saving: 'on-card',
} as const;
const drawn = (shade: number): GreyPicture => ({
  width: 1,
  height: 1,
  data: Uint8Array.of(shade),
});

let done: string[];
beforeEach(() => {
  done = [];
});

/** The user saves the scan of `drawn(0)`; the page now shows `now`, which reads as of this label. */
async function saveWhere(now: GreyPicture, label: string): Promise<string> {
  pictures.set('shown', now);
  const shown = {
    scan,
    picture: {},
    hash: hashOf(drawn(0)),
    shownIn: 'this-document',
  } as ShownScan;
  const backend = {
    read: async () => ({ ...scan, kind: 'otpauth', scanId: 'second', label }) as const,
    readAgain: async () => undefined,
  };
  return new ScanRereader(backend, new AbortController().signal).withText(
    () => shown,
    async (scanId) => {
      done.push(`saved ${scanId}`);
      return 'saved';
    },
    (read) => done.push(`read ${read.scanId}`),
  );
}

test('the very pixels that were read are saved as they were read', async () => {
  expect(await saveWhere(drawn(0), 'other@example.com')).toBe('saved');
  expect(done).toEqual(['saved first']);
});

test('other pixels of the same name are read again, and saved', async () => {
  expect(await saveWhere(drawn(255), scan.label)).toBe('saved');
  expect(done).toEqual(['read second', 'saved second']);
});

test('other pixels of another name are told, and not saved', async () => {
  expect(await saveWhere(drawn(255), 'other@example.com')).toBe('another-name');
  expect(done).toEqual(['read second']);
});
