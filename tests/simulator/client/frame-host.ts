import type { QrDrawing } from '../qr/qr-variant.ts';
import { element } from './element.ts';

/** What a page asks of a frame of ours. */
export type FrameTask =
  | { readonly draw: 'qr'; readonly name: string; readonly drawing: QrDrawing }
  | {
      readonly draw: 'code';
      readonly title: string;
      readonly text: string;
      readonly label: string;
      readonly submit: string;
    };

/** What the frame says: it is there, or the user submitted a code in it. */
export type FrameNews =
  | { readonly news: 'ready' }
  | { readonly news: 'code'; readonly code: string };

export interface FrameError {
  readonly error: string;
}

/** 'same' is this very host, 'cross' another one of the family. */
export type FramePlace = 'same' | 'cross';

const CROSS_HOST = 'aps1-vms.tplinkcloud.com';

function frameUrl(place: FramePlace): string {
  const url = new URL(`/essential/frame.html${location.search}`, location.href);
  if (place === 'cross') url.hostname = CROSS_HOST;
  return url.href;
}

/** Puts a frame into `host`, hands it its task, and answers each code with the error to show. */
export function openFrame(
  host: HTMLElement,
  place: FramePlace,
  task: FrameTask,
  onCode: (code: string) => Promise<string | undefined>,
): { readonly close: () => void; readonly frame: HTMLIFrameElement } {
  const frame = element('iframe', { class: 'sim-frame', src: frameUrl(place) });
  const end = new AbortController();
  const tell = (message: FrameTask | FrameError): void => {
    frame.contentWindow?.postMessage(message, new URL(frame.src).origin);
  };
  window.addEventListener(
    'message',
    (event: MessageEvent<FrameNews>) => {
      if (event.source !== frame.contentWindow) return;
      if (event.data.news === 'ready') tell(task);
      else {
        void (async () => {
          const error = await onCode(event.data.news === 'code' ? event.data.code : '');
          if (error !== undefined) tell({ error });
        })();
      }
    },
    { signal: end.signal },
  );
  host.append(frame);
  return {
    frame,
    close: () => {
      end.abort();
      frame.remove();
    },
  };
}
