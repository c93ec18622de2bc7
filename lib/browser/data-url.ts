import { AppError } from '../errors.ts';
import { MESSAGE_PICTURE_BYTES_MAX } from '../limits.ts';

/** A picture as a base64 data URL, the form in which messages carry it. Throws 'picture-too-large'. */
export function dataUrlOf(picture: Blob): Promise<string> {
  if (picture.size > MESSAGE_PICTURE_BYTES_MAX) throw new AppError('picture-too-large');
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => {
      if (typeof reader.result === 'string') resolve(reader.result);
    });
    reader.addEventListener('error', () => reject(new AppError('picture-unreadable')));
    reader.readAsDataURL(picture);
  });
}
