import { useEffect } from 'preact/hooks';
import { AddView } from '../../components/accounts/add-view.tsx';
import { useTask } from '../../components/ui/use-task.ts';
import { AppError } from '../../lib/errors.ts';
import { ask } from '../../lib/protocol/client.ts';
import { areWholeExports, EXPORT_LIST } from '../../lib/protocol/save-scan.ts';
import type { ScanResult, ScanView } from '../../lib/protocol/views.ts';

interface AddScreenProps {
  /** scan: the user has already pressed 'Scan this page'. */
  readonly start: 'scan' | 'form';
  readonly tabId: number | undefined;
  readonly onReview: (scan: ScanView) => void;
  readonly onResults: (results: readonly ScanResult[]) => void;
  readonly onBack: () => void;
}

/** The ways to add an account; each ends with the review. */
export function AddScreen({ start, tabId, onReview, onResults, onBack }: AddScreenProps) {
  const task = useTask();
  /** A single account needs no list. */
  const show = (results: readonly ScanResult[]): void => {
    const [only, ...others] = results;
    if (only?.code && others.length === 0) throw new AppError(only.code);
    if (only?.scan && others.length === 0) onReview(only.scan);
    else if (areWholeExports(results)) window.open(EXPORT_LIST);
    else onResults(results);
  };
  const scan = (): void =>
    task.run(async () => {
      if (tabId === undefined) throw new AppError('tab-unreadable');
      show(await ask('readTab', { tabId }));
    });
  useEffect(() => {
    if (start === 'scan') scan();
  }, []);
  return (
    <AddView
      busy={task.busy}
      errorCode={task.errorCode}
      onScan={scan}
      onPicture={() => window.open('/picture.html')}
      onImport={() => window.open('/import.html')}
      onLink={(uri) => task.run(async () => show(await ask('readText', { text: uri })))}
      onTyped={(typed) => task.run(async () => onReview(await ask('readTyped', typed)))}
      onBack={onBack}
    />
  );
}
