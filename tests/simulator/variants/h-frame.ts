import { drawPlain, textInput } from '../client/draw-plain.ts';
import { openFrame, type FramePlace } from '../client/frame-host.ts';
import type { ScreenValues, Variant } from '../client/screen.ts';

const style = { codeControl: () => textInput({ type: 'text' }) };

/** The code is typed and sent in a frame; everything else stands on the page. */
function frameVariant(place: FramePlace): Variant {
  return {
    draw: (host, screen, page) => {
      const field = screen.fields.find(({ id }) => id === 'code');
      if (field === undefined) return Promise.resolve(drawPlain(host, screen, page, style));
      const shell = document.createElement('div');
      const drawn = drawPlain(
        host,
        { ...screen, fields: [], submit: undefined, picture: shell },
        page,
        style,
      );
      if (screen.picture !== undefined) shell.append(screen.picture);
      const task = {
        draw: 'code',
        title: screen.title,
        text: screen.text,
        label: field.label,
        submit: screen.submit ?? '',
      } as const;
      const values: ScreenValues = {
        email: '',
        password: '',
        code: '',
        privacy: false,
        trust: false,
      };
      const frame = openFrame(shell, place, task, (code) => screen.onSubmit({ ...values, code }));
      return Promise.resolve({
        close: () => {
          frame.close();
          drawn.close();
        },
      });
    },
  };
}

export const same = frameVariant('same');
export const cross = frameVariant('cross');
