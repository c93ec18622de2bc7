import { useState } from 'preact/hooks';
import { ReplacedNote } from '../../components/accounts/replaced-note.tsx';
import { ReviewScanView } from '../../components/accounts/review-scan-view.tsx';
import { MessageView } from '../../components/ui/message-view.tsx';
import { useTask } from '../../components/ui/use-task.ts';
import { ask } from '../../lib/protocol/client.ts';
import { discardScan } from '../../lib/protocol/save-scan.ts';
import { undoAction, undoOf, type Undo } from '../../lib/protocol/undo.ts';
import type { ScanView } from '../../lib/protocol/views.ts';

interface ReviewScreenProps {
  readonly scan: ScanView;
  readonly onDone: () => void;
}

/** Saves the account that waited for an open vault. */
export function ReviewScreen({ scan, onDone }: ReviewScreenProps) {
  const task = useTask();
  const [undo, setUndo] = useState<Undo>();
  if (undo) {
    return (
      <MessageView>
        <ReplacedNote onUndo={() => undoAction(undo)} onClose={onDone} />
      </MessageView>
    );
  }
  return (
    <ReviewScanView
      scan={scan}
      busy={task.busy}
      errorCode={task.errorCode}
      onNames={(names) => ask('reviewScan', { scanId: scan.scanId, ...names })}
      onSave={(save) =>
        task.run(async () => {
          const replaced = undoOf(await ask('saveScan', { scanId: scan.scanId, ...save }));
          if (replaced) setUndo(replaced);
          else onDone();
        })
      }
      onBack={() => {
        discardScan(scan);
        onDone();
      }}
    />
  );
}
