import { ReviewScanView } from '../../components/accounts/review-scan-view.tsx';
import { useTask } from '../../components/ui/use-task.ts';
import { errorCodeOf } from '../../lib/errors.ts';
import { ask } from '../../lib/protocol/client.ts';
import type { ScanView } from '../../lib/protocol/views.ts';
import type { CompletedAction } from './completed-action.ts';

interface ReviewScreenProps {
  readonly scan: ScanView;
  readonly onDone: (done?: CompletedAction) => void;
}

/** Saves or forgets a scan. Without an open vault the unlock window opens, and the review goes on there. */
export function ReviewScreen({ scan, onDone }: ReviewScreenProps) {
  const task = useTask();
  return (
    <ReviewScanView
      scan={scan}
      busy={task.busy}
      errorCode={task.errorCode}
      onNames={(names) => ask('reviewScan', { scanId: scan.scanId, ...names })}
      onSave={(save) =>
        task.run(async () => {
          let saved;
          try {
            saved = await ask('saveScan', { scanId: scan.scanId, ...save });
          } catch (thrown) {
            const code = errorCodeOf(thrown);
            if (code !== 'vault-absent' && code !== 'vault-locked') throw thrown;
            await ask('unlockOpen', {});
            window.close();
            return;
          }
          const { id, replacedId } = saved;
          const undo = replacedId === undefined ? {} : { undo: { restore: replacedId, bin: id } };
          onDone({ words: 'codes_saved', ...undo });
        })
      }
      onBack={() => {
        void ask('discardScan', { scanId: scan.scanId }).catch(() => {});
        onDone();
      }}
    />
  );
}
