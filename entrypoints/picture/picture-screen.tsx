import { useState } from 'preact/hooks';
import { FindingsView } from '../../components/accounts/findings-view.tsx';
import { PictureView } from '../../components/accounts/picture-view.tsx';
import { ReviewView } from '../../components/accounts/review-view.tsx';
import { Status } from '../../components/ui/note.tsx';
import { useTask } from '../../components/ui/task.ts';
import { useWords } from '../../components/ui/words.ts';
import { AppError, errorCodeOf } from '../../lib/errors.ts';
import { ask } from '../../lib/protocol/client.ts';
import type { ReviewView as Review, ScanFinding } from '../../lib/protocol/views.ts';
import { dataUrlOf } from './data-url.ts';
import { useCamera } from './use-camera.ts';

/** Files beyond this are not a choice, they are a slip of the hand. */
const MOST_PICTURES = 50;

type Step =
  | { readonly kind: 'take' }
  | { readonly kind: 'findings' }
  | { readonly kind: 'review'; readonly review: Review };

/** What each picture held; one without a QR is no reason to lose the others. */
async function findingsOf(pictures: readonly Blob[]): Promise<readonly ScanFinding[]> {
  if (pictures.length > MOST_PICTURES) throw new AppError('picture-too-large');
  const findings: ScanFinding[] = [];
  for (const picture of pictures) {
    try {
      findings.push(...(await ask('scanPicture', { dataUrl: await dataUrlOf(picture) })));
    } catch (thrown) {
      const code = errorCodeOf(thrown);
      if (pictures.length === 1) throw new AppError(code);
      findings.push({ kind: 'refused', code });
    }
  }
  return findings;
}

/** The page for pictures and the camera; saves one account after another. */
export function PictureScreen() {
  const words = useWords();
  const task = useTask();
  const [step, setStep] = useState<Step>({ kind: 'take' });
  const [findings, setFindings] = useState<readonly ScanFinding[]>([]);
  const [said, setSaid] = useState('');

  const show = (found: readonly ScanFinding[]): void => {
    const [only] = found;
    setFindings(found);
    setStep(
      found.length === 1 && only?.review
        ? { kind: 'review', review: only.review }
        : { kind: 'findings' },
    );
  };
  const camera = useCamera(async (dataUrl) => {
    try {
      show(await ask('scanPicture', { dataUrl }));
      return 'enough';
    } catch {
      // No QR in this look; the next one may have it.
      return 'again';
    }
  });

  /** What is dealt with leaves the list; the last one gives the page back. */
  const done = (review: Review, text: string): void => {
    const rest = findings.filter((finding) => finding.review?.captureId !== review.captureId);
    setFindings(rest);
    setSaid(text);
    setStep(rest.some((finding) => finding.review) ? { kind: 'findings' } : { kind: 'take' });
  };
  const take = (): void => setStep({ kind: 'take' });

  const status = <Status text={said} />;
  switch (step.kind) {
    case 'take':
      return (
        <>
          <PictureView
            busy={task.busy}
            errorCode={task.errorCode}
            camera={camera.state}
            onPictures={(pictures) => task.run(async () => show(await findingsOf(pictures)))}
            onText={(text) => task.run(async () => show(await ask('scanText', { text })))}
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
    case 'findings':
      return (
        <>
          <FindingsView
            findings={findings}
            onReview={(review) => setStep({ kind: 'review', review })}
            onAgain={take}
            onBack={take}
          />
          {status}
        </>
      );
    case 'review':
      return (
        <ReviewView
          review={step.review}
          busy={task.busy}
          errorCode={task.errorCode}
          onSave={(save) =>
            task.run(async () => {
              const { captureId } = step.review;
              try {
                await ask('reviewSave', { captureId, ...save });
              } catch (thrown) {
                const code = errorCodeOf(thrown);
                if (code !== 'vault-absent' && code !== 'vault-locked') throw thrown;
                await ask('unlockOpen', {});
                return;
              }
              done(step.review, words('codes_saved'));
            })
          }
          onBack={() => {
            void ask('reviewDiscard', { captureId: step.review.captureId }).catch(() => {});
            done(step.review, '');
          }}
        />
      );
  }
}
