import { ReviewView } from '../../components/accounts/review-view.tsx';
import { useTask } from '../../components/ui/task.ts';
import { ask } from '../../lib/protocol/client.ts';
import type { ScanView as Review } from '../../lib/protocol/views.ts';

interface SaveScreenProps {
  readonly review: Review;
  readonly onDone: () => void;
}

/** The journey that waited for the vault ends here: the account is saved. */
export function SaveScreen({ review, onDone }: SaveScreenProps) {
  const task = useTask();
  return (
    <ReviewView
      review={review}
      busy={task.busy}
      errorCode={task.errorCode}
      onSave={(save) =>
        task.run(async () => {
          await ask('saveScan', { scanId: review.scanId, ...save });
          onDone();
        })
      }
      onBack={() => {
        void ask('discardScan', { scanId: review.scanId }).catch(() => {});
        onDone();
      }}
    />
  );
}
