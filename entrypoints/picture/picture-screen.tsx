import { useState } from 'preact/hooks';
import { ScanResultsView } from '../../components/accounts/scan-results-view.tsx';
import { PictureView } from '../../components/accounts/picture-view.tsx';
import { ReviewScanView } from '../../components/accounts/review-scan-view.tsx';
import { Status } from '../../components/ui/note.tsx';
import { useDropAndPaste } from '../../components/ui/use-drop-and-paste.ts';
import { useTask } from '../../components/ui/use-task.ts';
import { useWords } from '../../components/ui/words.ts';
import { ask } from '../../lib/protocol/client.ts';
import { discardScan, saveScan } from '../../lib/protocol/save-scan.ts';
import type { ScanResult, ScanView } from '../../lib/protocol/views.ts';
import { mergeScanResults, unfinishedResults } from './merge-scan-results.ts';
import { readPictures } from './read-pictures.ts';
import { useCamera, type Camera } from './use-camera.ts';

type Step =
  | { readonly kind: 'take' }
  | { readonly kind: 'results' }
  | { readonly kind: 'review'; readonly scan: ScanView };

/** The step that follows a scan: a single account needs no list. */
function stepOf([only, ...others]: readonly ScanResult[]): Step {
  return only?.scan && others.length === 0
    ? { kind: 'review', scan: only.scan }
    : { kind: 'results' };
}

/** What the camera sees. */
function CameraVideo({ camera }: { readonly camera: Camera }) {
  const words = useWords();
  const label = words('picture_camera_view');
  return <video class="camera" ref={camera.show} aria-label={label} autoPlay muted playsInline />;
}

/** The page that reads QR codes from pictures and the camera, and saves one account after another. */
export function PictureScreen() {
  const words = useWords();
  const task = useTask();
  const [step, setStep] = useState<Step>({ kind: 'take' });
  const [results, setResults] = useState<readonly ScanResult[]>([]);
  const [statusText, setStatusText] = useState('');

  const show = (found: readonly ScanResult[]): void => {
    const all = mergeScanResults(unfinishedResults(results), found);
    setResults(all);
    setStatusText('');
    setStep(stepOf(all));
  };
  const camera = useCamera(async (dataUrl) => {
    try {
      show(await ask('readPicture', { dataUrl }));
      return 'enough';
    } catch {
      // This frame had no QR code; the next one may have it.
      return 'again';
    }
  });

  const drag = useDropAndPaste((transferred) => {
    // The user finishes the review under way first.
    if (step.kind === 'review') return;
    task.run(async () =>
      show(
        transferred.kind === 'pictures'
          ? await readPictures(transferred.pictures)
          : await ask('readText', { text: transferred.text }),
      ),
    );
  });

  /** Takes what was saved or dismissed off the list; after the last one the page starts anew. */
  const done = (scan: ScanView, text: string): void => {
    const rest = results.filter((result) => result.scan?.scanId !== scan.scanId);
    setResults(rest);
    setStatusText(text);
    setStep(rest.some((result) => result.scan) ? { kind: 'results' } : { kind: 'take' });
  };
  const startAnew = (): void => setStep({ kind: 'take' });

  const status = <Status text={task.busy ? words('accounts_scanning') : statusText} />;
  switch (step.kind) {
    case 'take':
      return (
        <>
          <PictureView
            busy={task.busy}
            errorCode={task.errorCode}
            camera={camera.state}
            drag={drag}
            onPictures={(pictures) => task.run(async () => show(await readPictures(pictures)))}
            onCamera={camera.start}
            onCameraOff={camera.stop}
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
            results={results}
            errorCode={task.errorCode}
            onReview={(scan) => setStep({ kind: 'review', scan })}
            onAgain={startAnew}
            onBack={() => {
              for (const { scan } of results) if (scan) discardScan(scan);
              setResults([]);
              startAnew();
            }}
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
          onSave={(save) =>
            task.run(async () => {
              if (await saveScan(step.scan, save)) done(step.scan, words('codes_saved'));
            })
          }
          onBack={() => {
            discardScan(step.scan);
            done(step.scan, '');
          }}
        />
      );
  }
}
