import { decoyFields } from '../client/decoys.ts';
import { drawPlain, textInput } from '../client/draw-plain.ts';
import type { Variant } from '../client/screen.ts';

/** In place of the code field only fields that must NOT be filled. */
export const variant: Variant = {
  draw: (host, screen, page) => {
    const hasCode = screen.fields.some(({ id }) => id === 'code');
    const shown = hasCode
      ? {
          ...screen,
          title: page.words.deviceCode,
          text: '',
          picture: decoyFields(page.words),
          fields: [],
        }
      : screen;
    return Promise.resolve(
      drawPlain(host, shown, page, { codeControl: () => textInput({ type: 'text' }) }),
    );
  },
};
