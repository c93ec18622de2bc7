import { drawPlain, textInput } from '../client/draw-plain.ts';
import { element } from '../client/element.ts';
import type { Variant } from '../client/screen.ts';

/** The whole form inside a shadow root, its style sheet with it. */
function shadowVariant(mode: ShadowRootMode): Variant {
  return {
    draw: (host, screen, page) =>
      Promise.resolve(
        drawPlain(host, screen, page, {
          codeControl: (field) => textInput({ type: 'text', maxlength: field.digits ?? 6 }),
          mount: (place) => {
            const inner = element('div');
            const sheet = element('link', {
              rel: 'stylesheet',
              href: '/__sim/asset/page.css',
            });
            place.attachShadow({ mode }).append(sheet, inner);
            return inner;
          },
        }),
      ),
  };
}

export const open = shadowVariant('open');
export const closed = shadowVariant('closed');
