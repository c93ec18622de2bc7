import { ReviewScanView } from '../../components/accounts/review-scan-view.tsx';
import { useTask } from '../../components/ui/use-task.ts';
import { ask } from '../../lib/protocol/client.ts';
import { discardScan, saveScan } from '../../lib/protocol/save-scan.ts';
import { undoOf } from '../../lib/protocol/undo.ts';
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
          const saved = await saveScan(scan, save);
          if (!saved) return window.close();
          const undo = undoOf(saved);
          onDone({ words: 'codes_saved', savedId: saved.id, ...(undo && { undo }) });
        })
      }
      onBack={() => {
        discardScan(scan);
        onDone();
      }}
    />
  );
}
