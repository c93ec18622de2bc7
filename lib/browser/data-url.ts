import { AppError } from '../errors.ts';

/**
 * The size of the largest picture that is read; lib/protocol/own-schemas.ts
 * has the same bound.
 */
const MAX_BYTES = 10_000_000;

/** A picture as a base64 data URL, the form in which messages carry it. Throws 'picture-too-large'. */
export function dataUrlOf(picture: Blob): Promise<string> {
  if (picture.size > MAX_BYTES) throw new AppError('picture-too-large');
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => {
      if (typeof reader.result === 'string') resolve(reader.result);
    });
    reader.addEventListener('error', () => reject(new AppError('picture-unreadable')));
    reader.readAsDataURL(picture);
  });
}
