import { getQrVariant } from '../qr/index.ts';
import { drawPlain, textInput } from './draw-plain.ts';
import type { FrameError, FrameNews, FrameTask } from './frame-host.ts';
import { blank, type Page } from './screen.ts';

function tell(news: FrameNews): void {
  window.parent.postMessage(news, '*');
}

/** This document as a part of another page: draws the one thing it is told to. */
export function runFrame(page: Page, app: HTMLElement): void {
  let answer: ((error: string) => void) | undefined;
  window.addEventListener('message', (event: MessageEvent<FrameTask | FrameError>) => {
    if (event.source !== window.parent) return;
    const message = event.data;
    if ('error' in message) {
      answer?.(message.error);
    } else if (message.draw === 'qr') {
      app.replaceChildren();
      void getQrVariant(message.name).then((variant) => variant.draw(app, message.drawing));
    } else {
      drawPlain(
        app,
        {
          ...blank,
          name: 'code',
          title: message.title,
          text: message.text,
          fields: [{ id: 'code', label: message.label, digits: 6 }],
          submit: message.submit,
          onSubmit: ({ code }) => {
            tell({ news: 'code', code });
            return new Promise((resolve) => {
              answer = resolve;
            });
          },
        },
        page,
        { codeControl: () => textInput({ type: 'text', maxlength: 6 }) },
      );
    }
  });
  tell({ news: 'ready' });
}
