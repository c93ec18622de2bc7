import { useEffect } from 'preact/hooks';
import { AddView } from '../../components/accounts/add-view.tsx';
import { useTask } from '../../components/ui/task.ts';
import { AppError } from '../../lib/errors.ts';
import { ask } from '../../lib/protocol/client.ts';
import type { ScanView, ScanResult } from '../../lib/protocol/views.ts';

interface AddScreenProps {
  /** 'scan': the user pressed 'Scan this page' already. */
  readonly start: 'scan' | 'form';
  readonly tabId: number | undefined;
  readonly onReview: (review: ScanView) => void;
  readonly onFindings: (findings: readonly ScanResult[]) => void;
  readonly onBack: () => void;
}

/** The ways in; each ends with the review. */
export function AddScreen({ start, tabId, onReview, onFindings, onBack }: AddScreenProps) {
  const task = useTask();
  /** One clean finding needs no list. */
  const show = (findings: readonly ScanResult[]): void => {
    const [only, ...others] = findings;
    if (only?.code && others.length === 0) throw new AppError(only.code);
    if (only?.review && others.length === 0) onReview(only.review);
    else onFindings(findings);
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
      onLink={(uri) => task.run(async () => show(await ask('readText', { text: uri })))}
      onTyped={(typed) => task.run(async () => onReview(await ask('readTyped', typed)))}
      onBack={onBack}
    />
  );
}
