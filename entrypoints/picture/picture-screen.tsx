import { useState } from 'preact/hooks';
import { FindingsView } from '../../components/accounts/findings-view.tsx';
import { PictureView } from '../../components/accounts/picture-view.tsx';
import { ReviewView } from '../../components/accounts/review-view.tsx';
import { Status } from '../../components/ui/note.tsx';
import { useTask } from '../../components/ui/task.ts';
import { useWords } from '../../components/ui/words.ts';
import { AppError, errorCodeOf } from '../../lib/errors.ts';
import { ask } from '../../lib/protocol/client.ts';
import type { ScanView as Review, ScanResult } from '../../lib/protocol/views.ts';
import { dataUrlOf } from './data-url.ts';
import { mergeFindings, stillOpen } from './merge-findings.ts';
import { useCamera } from './use-camera.ts';
import { useTransfer } from './use-transfer.ts';

/** Files beyond this are not a choice, they are a slip of the hand. */
const MOST_PICTURES = 50;

type Step =
  | { readonly kind: 'take' }
  | { readonly kind: 'findings' }
  | { readonly kind: 'review'; readonly review: Review };

/** What each picture held; one without a QR is no reason to lose the others. */
async function findingsOf(pictures: readonly Blob[]): Promise<readonly ScanResult[]> {
  if (pictures.length > MOST_PICTURES) throw new AppError('picture-too-large');
  let findings: readonly ScanResult[] = [];
  for (const picture of pictures) {
    try {
      const more = await ask('readPicture', { dataUrl: await dataUrlOf(picture) });
      findings = mergeFindings(findings, more);
    } catch (thrown) {
      const code = errorCodeOf(thrown);
      if (pictures.length === 1) throw new AppError(code);
      findings = [...findings, { kind: 'refused', code }];
    }
  }
  return findings;
}

function discard({ scanId }: Review): void {
  void ask('discardScan', { scanId }).catch(() => {});
}

/** The page for pictures and the camera; saves one account after another. */
export function PictureScreen() {
  const words = useWords();
  const task = useTask();
  const [step, setStep] = useState<Step>({ kind: 'take' });
  const [findings, setFindings] = useState<readonly ScanResult[]>([]);
  const [said, setSaid] = useState('');

  const show = (found: readonly ScanResult[]): void => {
    const all = mergeFindings(stillOpen(findings), found);
    const [only, ...others] = all;
    setFindings(all);
    setSaid('');
    setStep(
      only?.review && others.length === 0
        ? { kind: 'review', review: only.review }
        : { kind: 'findings' },
    );
  };
  const camera = useCamera(async (dataUrl) => {
    try {
      show(await ask('readPicture', { dataUrl }));
      return 'enough';
    } catch {
      // No QR in this look; the next one may have it.
      return 'again';
    }
  });

  const over = useTransfer((transferred) => {
    // A review under way is finished first.
    if (step.kind === 'review') return;
    task.run(async () =>
      show(
        transferred.kind === 'pictures'
          ? await findingsOf(transferred.pictures)
          : await ask('readText', { text: transferred.text }),
      ),
    );
  });

  /** What is dealt with leaves the list; the last one gives the page back. */
  const done = (review: Review, text: string): void => {
    const rest = findings.filter((finding) => finding.review?.scanId !== review.scanId);
    setFindings(rest);
    setSaid(text);
    setStep(rest.some((finding) => finding.review) ? { kind: 'findings' } : { kind: 'take' });
  };
  const take = (): void => setStep({ kind: 'take' });

  const status = <Status text={task.busy ? words('accounts_scanning') : said} />;
  switch (step.kind) {
    case 'take':
      return (
        <>
          <PictureView
            busy={task.busy}
            errorCode={task.errorCode}
            camera={camera.state}
            over={over}
            onPictures={(pictures) => task.run(async () => show(await findingsOf(pictures)))}
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
            errorCode={task.errorCode}
            onReview={(review) => setStep({ kind: 'review', review })}
            onAgain={take}
            onBack={() => {
              for (const { review } of findings) if (review) discard(review);
              setFindings([]);
              take();
            }}
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
              const { scanId } = step.review;
              try {
                await ask('saveScan', { scanId, ...save });
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
            discard(step.review);
            done(step.review, '');
          }}
        />
      );
  }
}
