import { useEffect, useState } from 'preact/hooks';
import { AddView } from '../../components/accounts/add-view.tsx';
import { FindingsView } from '../../components/accounts/findings-view.tsx';
import { useTask } from '../../components/ui/task.ts';
import { AppError } from '../../lib/errors.ts';
import { ask } from '../../lib/protocol/client.ts';
import type { CurrentPage, ReviewView, ScanFinding } from '../../lib/protocol/messages.ts';

/** 'scan': the user pressed 'Scan this page' already. Findings: a scan asked for outside the popup. */
export type AddStart = 'scan' | 'form' | readonly ScanFinding[];

interface AddScreenProps {
  readonly start: AddStart;
  readonly page: CurrentPage | undefined;
  readonly onReview: (review: ReviewView) => void;
  readonly onBack: () => void;
}

/** The ways in; each ends with the review. One clean finding needs no list. */
export function AddScreen({ start, page, onReview, onBack }: AddScreenProps) {
  const task = useTask();
  const [findings, setFindings] = useState<readonly ScanFinding[]>();
  const show = (found: readonly ScanFinding[]): void => {
    const [only] = found;
    if (found.length === 1 && only?.review) onReview(only.review);
    else setFindings(found);
  };
  const scan = (): void =>
    task.run(async () => {
      if (!page) throw new AppError('tab-unreadable');
      show(await ask('scanTab', { tabId: page.tabId }));
    });
  useEffect(() => {
    if (start === 'scan') scan();
    else if (start !== 'form') show(start);
  }, []);
  if (findings) {
    return <FindingsView findings={findings} onReview={onReview} onAgain={scan} onBack={onBack} />;
  }
  return (
    <AddView
      busy={task.busy}
      errorCode={task.errorCode}
      onScan={scan}
      onPicture={() => window.open('/picture.html')}
      onLink={(uri) => task.run(async () => onReview(await ask('reviewUri', { uri })))}
      onTyped={(typed) => task.run(async () => onReview(await ask('reviewTyped', typed)))}
      onBack={onBack}
    />
  );
}
