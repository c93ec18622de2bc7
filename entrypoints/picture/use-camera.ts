import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

/** Often enough to feel at once, seldom enough to leave the machine alone. */
const LOOK_MS = 250;
/** A QR held into a camera is read well from this; more pixels only cost time. */
const MOST_PIXELS = 1280;

export type CameraState = 'off' | 'on' | 'refused';

export interface Camera {
  readonly state: CameraState;
  readonly start: () => void;
  readonly stop: () => void;
  /** For the video element that shows what the camera sees. */
  readonly show: (video: HTMLVideoElement | null) => void;
}

function pictureOf(video: HTMLVideoElement): string | undefined {
  if (video.videoWidth === 0) return undefined;
  const scale = Math.min(1, MOST_PIXELS / Math.max(video.videoWidth, video.videoHeight));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(video.videoWidth * scale);
  canvas.height = Math.round(video.videoHeight * scale);
  canvas.getContext('2d')?.drawImage(video, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png');
}

/**
 * The camera while it is on: `look` gets a picture after each look before and
 * says whether to go on. The light goes out with 'stop' and with the page.
 */
export function useCamera(look: (dataUrl: string) => Promise<'again' | 'enough'>): Camera {
  const [state, setState] = useState<CameraState>('off');
  const stream = useRef<MediaStream | undefined>(undefined);
  const video = useRef<HTMLVideoElement | null>(null);
  const looking = useRef(look);
  looking.current = look;

  const stop = useCallback(() => {
    for (const track of stream.current?.getTracks() ?? []) track.stop();
    stream.current = undefined;
    setState('off');
  }, []);
  const start = useCallback(() => {
    void (async () => {
      try {
        stream.current = await navigator.mediaDevices.getUserMedia({
          video: { facingMode: 'environment', width: { ideal: MOST_PIXELS } },
        });
        setState('on');
      } catch {
        setState('refused');
      }
    })();
  }, []);
  const show = useCallback((element: HTMLVideoElement | null) => {
    video.current = element;
    if (element && stream.current && element.srcObject !== stream.current) {
      element.srcObject = stream.current;
    }
  }, []);

  useEffect(() => {
    if (state !== 'on') return undefined;
    let timer: ReturnType<typeof setTimeout>;
    const next = (): void => {
      timer = setTimeout(() => {
        void (async () => {
          const dataUrl = video.current ? pictureOf(video.current) : undefined;
          const verdict = dataUrl === undefined ? 'again' : await looking.current(dataUrl);
          if (verdict === 'enough') stop();
          else if (stream.current) next();
        })();
      }, LOOK_MS);
    };
    next();
    return () => clearTimeout(timer);
  }, [state, stop]);
  useEffect(() => stop, [stop]);
  return { state, start, stop, show };
}
