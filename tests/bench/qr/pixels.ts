import { readFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import type { RgbaPicture } from '../../../lib/qr/picture.ts';

/** The pixels of a PNG file. */
export function readPng(file: string): RgbaPicture {
  const { width, height, data } = PNG.sync.read(readFileSync(file));
  return { width, height, data: new Uint8ClampedArray(data.buffer, data.byteOffset, data.length) };
}

/** CPU time of this thread, because other work on the machine must not count. */
export async function timed(decode: () => readonly string[] | Promise<readonly string[]>) {
  const before = process.threadCpuUsage();
  const texts = await decode();
  const { user, system } = process.threadCpuUsage(before);
  return { texts, ms: (user + system) / 1000 };
}
