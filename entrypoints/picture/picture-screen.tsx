import { useState } from 'preact/hooks';
import { ScanResultsView } from '../../components/accounts/scan-results-view.tsx';
import { PictureView } from '../../components/accounts/picture-view.tsx';
import { ReviewScanView } from '../../components/accounts/review-scan-view.tsx';
import { Status } from '../../components/ui/note.tsx';
import { useTask } from '../../components/ui/use-task.ts';
import { useWords } from '../../components/ui/words.ts';
import { AppError, errorCodeOf } from '../../lib/errors.ts';
import { ask } from '../../lib/protocol/client.ts';
import type { ScanView, ScanResult } from '../../lib/protocol/views.ts';
import { dataUrlOf } from './data-url.ts';
import { mergeScanResults, unfinishedResults } from './merge-scan-results.ts';
import { useCamera } from './use-camera.ts';
import { useDropAndPaste } from './use-drop-and-paste.ts';

/** Nobody picks more pictures than this on purpose. */
const MAX_PICTURES = 50;

type Step =
  | { readonly kind: 'take' }
  | { readonly kind: 'results' }
  | { readonly kind: 'review'; readonly scan: ScanView };

/** Reads every picture. One without a QR code is no reason to lose the others. */
async function resultsOf(pictures: readonly Blob[]): Promise<readonly ScanResult[]> {
  if (pictures.length > MAX_PICTURES) throw new AppError('picture-too-large');
  let results: readonly ScanResult[] = [];
  for (const picture of pictures) {
    try {
      const more = await ask('readPicture', { dataUrl: await dataUrlOf(picture) });
      results = mergeScanResults(results, more);
    } catch (thrown) {
      const code = errorCodeOf(thrown);
      if (pictures.length === 1) throw new AppError(code);
      results = [...results, { kind: 'refused', code }];
    }
  }
  return results;
}

function discard({ scanId }: ScanView): void {
  void ask('discardScan', { scanId }).catch(() => {});
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
    const [only, ...others] = all;
    setResults(all);
    setStatusText('');
    setStep(
      only?.review && others.length === 0
        ? { kind: 'review', scan: only.review }
        : { kind: 'results' },
    );
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
          ? await resultsOf(transferred.pictures)
          : await ask('readText', { text: transferred.text }),
      ),
    );
  });

  /** Takes what was saved or dismissed off the list; after the last one the page starts anew. */
  const done = (scan: ScanView, text: string): void => {
    const rest = results.filter((result) => result.review?.scanId !== scan.scanId);
    setResults(rest);
    setStatusText(text);
    setStep(rest.some((result) => result.review) ? { kind: 'results' } : { kind: 'take' });
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
            onPictures={(pictures) => task.run(async () => show(await resultsOf(pictures)))}
            onCamera={camera.start}
            onCameraOff={camera.stop}
          >
            {camera.state === 'on' && (
              <video
                class="camera"
                ref={camera.show}
                aria-label={words('picture_camera_view')}
                autoPlay
                muted
                playsInline
              />
            )}
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
              for (const { review } of results) if (review) discard(review);
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
          onSave={(save) =>
            task.run(async () => {
              const { scanId } = step.scan;
              try {
                await ask('saveScan', { scanId, ...save });
              } catch (thrown) {
                const code = errorCodeOf(thrown);
                if (code !== 'vault-absent' && code !== 'vault-locked') throw thrown;
                await ask('unlockOpen', {});
                return;
              }
              done(step.scan, words('codes_saved'));
            })
          }
          onBack={() => {
            discard(step.scan);
            done(step.scan, '');
          }}
        />
      );
  }
}
