import { ReviewScanView } from '../../components/accounts/review-scan-view.tsx';
import { useTask } from '../../components/ui/use-task.ts';
import { ask } from '../../lib/protocol/client.ts';
import { discardScan } from '../../lib/protocol/save-scan.ts';
import type { ScanView } from '../../lib/protocol/views.ts';

interface ReviewScreenProps {
  readonly scan: ScanView;
  readonly onDone: () => void;
}

/** Saves the account that waited for an open vault. */
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
          await ask('saveScan', { scanId: scan.scanId, ...save });
          onDone();
        })
      }
      onBack={() => {
        discardScan(scan);
        onDone();
      }}
    />
  );
}
