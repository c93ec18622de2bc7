import { useEffect } from 'preact/hooks';
import { AddView } from '../../components/accounts/add-view.tsx';
import { useTask } from '../../components/ui/use-task.ts';
import { AppError } from '../../lib/errors.ts';
import { ask } from '../../lib/protocol/client.ts';
import type { TypedFields } from '../../lib/otp/typed.ts';
import { areWholeExports, EXPORT_LIST, saveScan } from '../../lib/protocol/save-scan.ts';
import type { ScanResult, ScanView } from '../../lib/protocol/views.ts';
import type { CompletedAction } from './completed-action.ts';
import { openPage } from './open-page.ts';

interface AddScreenProps {
  /** scan: the user has already pressed 'Scan this page'. */
  readonly start: 'scan' | 'form';
  readonly tabId: number | undefined;
  readonly onReview: (scan: ScanView) => void;
  readonly onResults: (results: readonly ScanResult[]) => void;
  readonly onDone: (done: CompletedAction) => void;
  readonly onBack: () => void;
}

/** The ways to add an account. Each ends with the review, but for names that the user has just typed himself. */
export function AddScreen({ start, tabId, onReview, onResults, ...then }: AddScreenProps) {
  const task = useTask();
  /** A single account needs no list. */
  const show = (results: readonly ScanResult[]): void => {
    const [only, ...others] = results;
    if (only?.code && others.length === 0) throw new AppError(only.code);
    if (only?.scan && others.length === 0) onReview(only.scan);
    else if (areWholeExports(results)) openPage(EXPORT_LIST);
    else onResults(results);
  };
  const scan = (): void =>
    task.run(async () => {
      if (tabId === undefined) throw new AppError('tab-unreadable');
      show(await ask('readTab', { tabId }));
    });
  const saveTyped = (typed: TypedFields): void =>
    task.run(async () => {
      const read = await ask('readTyped', typed);
      const { issuer, label } = read;
      const isClear = read.duplicate === 'none' && read.alphabets === 'one';
      if (!isClear) return onReview(read);
      const saved = await saveScan(read, { issuer, label });
      if (saved) then.onDone({ words: 'codes_saved', savedId: saved.id });
      else window.close();
    });
  useEffect(() => {
    if (start === 'scan') scan();
  }, []);
  return (
    <AddView
      focus={start === 'form' ? 'key' : 'title'}
      busy={task.busy}
      errorCode={task.errorCode}
      onScan={scan}
      onPicture={() => openPage('/picture.html')}
      onImport={() => openPage('/import.html')}
      onLink={(uri) => task.run(async () => show(await ask('readText', { text: uri })))}
      onTyped={saveTyped}
      onBack={then.onBack}
    />
  );
}
