import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

/** The pause between two frames, ms: short enough to feel instant, long enough to spare the processor. */
const FRAME_INTERVAL_MS = 250;
/** The longer edge of a frame, px: a QR code held into a camera is read well from it. */
const MAX_EDGE_PX = 1280;

export type CameraState = 'off' | 'on' | 'refused';

export interface Camera {
  readonly state: CameraState;
  readonly start: () => void;
  readonly stop: () => void;
  /** The ref of the video element that shows what the camera sees. */
  readonly show: (video: HTMLVideoElement | null) => void;
}

function frameOf(video: HTMLVideoElement): string | undefined {
  if (video.videoWidth === 0) return undefined;
  const scale = Math.min(1, MAX_EDGE_PX / Math.max(video.videoWidth, video.videoHeight));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(video.videoWidth * scale);
  canvas.height = Math.round(video.videoHeight * scale);
  canvas.getContext('2d')?.drawImage(video, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png');
}

function release(stream: MediaStream | undefined): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}

/**
 * The camera while it is on. `read` gets one frame after the other, each when it is
 * done with the one before, and says whether to go on. The camera is released by
 * `stop` and with the page.
 */
export function useCamera(read: (dataUrl: string) => Promise<'again' | 'enough'>): Camera {
  const [state, setState] = useState<CameraState>('off');
  const stream = useRef<MediaStream | undefined>(undefined);
  const video = useRef<HTMLVideoElement | null>(null);
  const latestRead = useRef(read);
  latestRead.current = read;

  /** The number of the last start or stop: a camera that comes after a later one is not wanted any more. */
  const turn = useRef(0);
  const stop = useCallback(() => {
    turn.current += 1;
    release(stream.current);
    stream.current = undefined;
    setState('off');
  }, []);
  const start = useCallback(() => {
    if (stream.current) return;
    turn.current += 1;
    const ownTurn = turn.current;
    void (async () => {
      try {
        const started = await navigator.mediaDevices.getUserMedia({
          video: { facingMode: 'environment', width: { ideal: MAX_EDGE_PX } },
        });
        if (turn.current !== ownTurn) return release(started);
        stream.current = started;
        setState('on');
      } catch {
        if (turn.current === ownTurn) setState('refused');
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
          const dataUrl = video.current ? frameOf(video.current) : undefined;
          const answer = dataUrl === undefined ? 'again' : await latestRead.current(dataUrl);
          if (answer === 'enough') stop();
          else if (stream.current) next();
        })();
      }, FRAME_INTERVAL_MS);
    };
    next();
    return () => clearTimeout(timer);
  }, [state, stop]);
  useEffect(() => stop, [stop]);
  return { state, start, stop, show };
}
