import { useEffect } from 'preact/hooks';
import { ScanResultsView } from '../../components/accounts/scan-results-view.tsx';
import { PictureView } from '../../components/accounts/picture-view.tsx';
import { ReplacedNote } from '../../components/accounts/replaced-note.tsx';
import { ReviewScanView } from '../../components/accounts/review-scan-view.tsx';
import { Icon } from '../../components/ui/icon.tsx';
import { useDropAndPaste } from '../../components/ui/use-drop-and-paste.ts';
import { useTask } from '../../components/ui/use-task.ts';
import { useWords } from '../../components/ui/words.ts';
import { ask } from '../../lib/protocol/client.ts';
import type { ScanResult } from '../../lib/protocol/views.ts';
import { undoAction } from '../../lib/protocol/undo.ts';
import { readPictures } from './read-pictures.ts';
import { useCamera, type Camera } from './use-camera.ts';
import { useScanList } from './use-scan-list.ts';

/** What the camera sees. */
function CameraVideo({ camera }: { readonly camera: Camera }) {
  const words = useWords();
  const label = words('picture_camera_view');
  return <video class="camera" ref={camera.show} aria-label={label} autoPlay muted playsInline />;
}

interface PictureStatusProps {
  readonly text: string;
  readonly look?: 'done' | undefined;
}

/** What is going on or was saved. It is always mounted, so that a screen reader hears the change. */
function PictureStatus({ text, look }: PictureStatusProps) {
  return (
    <div role="status" class="note-below">
      {text !== '' && (
        <p class={look ? `note note-${look}` : 'note'}>
          {look && <Icon name="check" />}
          <span>{text}</span>
        </p>
      )}
    </div>
  );
}

/** The page that reads QR codes from pictures and the camera, and saves one account after another. */
export function PictureScreen() {
  const words = useWords();
  const task = useTask();
  const list = useScanList(task);
  const { step } = list;

  const camera = useCamera(async (dataUrl) => {
    try {
      return list.show(await ask('readPicture', { dataUrl }), 'camera');
    } catch {
      // This frame had no QR code; the next one may have it.
      return 'again';
    }
  });
  // A picture that was dropped or pasted may lead on while the camera is on.
  useEffect(() => {
    if (step.kind !== 'take') camera.stop();
  }, [step.kind]);
  const show = (read: () => Promise<readonly ScanResult[]>): void =>
    task.run(async () => void list.show(await read(), 'picture'));
  const drag = useDropAndPaste((transferred) => {
    // The user finishes the review under way first.
    if (step.kind === 'review') return;
    show(() =>
      transferred.kind === 'pictures'
        ? readPictures(transferred.pictures)
        : ask('readText', { text: transferred.text }),
    );
  });

  const { text, look, undo } = list.status;
  const status = (
    <>
      <PictureStatus {...(task.busy ? { text: words('accounts_scanning') } : { text, look })} />
      {undo && (
        <div class="note-below">
          <ReplacedNote key={undo.restore} onUndo={() => undoAction(undo)} />
        </div>
      )}
    </>
  );
  switch (step.kind) {
    case 'take':
      return (
        <>
          <PictureView
            busy={task.busy}
            errorCode={task.errorCode}
            camera={camera.state}
            drag={drag}
            onPictures={(pictures) => show(() => readPictures(pictures))}
            onCamera={camera.start}
            onCameraOff={() => {
              camera.stop();
              list.leaveCamera();
            }}
          >
            {camera.state === 'on' && <CameraVideo camera={camera} />}
          </PictureView>
          {status}
        </>
      );
    case 'results':
      return (
        <>
          <ScanResultsView
            of="picture"
            results={list.results}
            errorCode={task.errorCode}
            onReview={list.review}
            onExport={list.listExports}
            onAgain={list.startAnew}
            onBack={() => list.leaveResults()}
          />
          {status}
        </>
      );
    case 'review':
      return (
        <ReviewScanView
          scan={step.scan}
          busy={task.busy}
          errorCode={task.errorCode}
          onNames={(names) => ask('reviewScan', { scanId: step.scan.scanId, ...names })}
          onSave={(save) => list.save(step.scan, save)}
          onBack={() => list.leaveReview(step.scan)}
        />
      );
  }
}
