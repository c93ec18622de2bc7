import { ReviewView } from '../../components/accounts/review-view.tsx';
import { useTask } from '../../components/ui/task.ts';
import { errorCodeOf } from '../../lib/errors.ts';
import { ask } from '../../lib/protocol/client.ts';
import type { ScanView as Review } from '../../lib/protocol/views.ts';
import type { Done } from './done.ts';

interface ReviewScreenProps {
  readonly review: Review;
  readonly onDone: (done?: Done) => void;
}

/** Saves, or forgets, what was found. Without an open vault our window opens, and the review goes on there. */
export function ReviewScreen({ review, onDone }: ReviewScreenProps) {
  const task = useTask();
  return (
    <ReviewView
      review={review}
      busy={task.busy}
      errorCode={task.errorCode}
      onSave={(save) =>
        task.run(async () => {
          try {
            await ask('saveScan', { scanId: review.scanId, ...save });
          } catch (thrown) {
            const code = errorCodeOf(thrown);
            if (code !== 'vault-absent' && code !== 'vault-locked') throw thrown;
            await ask('unlockOpen', {});
            window.close();
            return;
          }
          onDone({ words: 'codes_saved' });
        })
      }
      onBack={() => {
        void ask('discardScan', { scanId: review.scanId }).catch(() => {});
        onDone();
      }}
    />
  );
}
