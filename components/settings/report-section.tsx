import { useState } from 'preact/hooks';
import { DoneNote } from '../ui/done-note.tsx';
import { ErrorNote } from '../ui/note.tsx';
import { useTask } from '../ui/use-task.ts';
import { useWords } from '../ui/words.ts';
import { SettingRow } from './setting-row.tsx';

interface ReportSectionProps {
  /** Gives the report: numbers and states, nothing of an account. */
  readonly onReport: () => Promise<string>;
}

/** A report for whoever helps the user: it is shown whole before it can be copied. */
export function ReportSection({ onReport }: ReportSectionProps) {
  const words = useWords();
  const task = useTask();
  const [report, setReport] = useState<string>();
  const [copied, setCopied] = useState<'copied' | 'not-copied'>('not-copied');
  return (
    <>
      <SettingRow title={words('settings_report')} hint={words('settings_report_hint')}>
        <button
          type="button"
          class="button"
          aria-disabled={task.busy}
          onClick={() =>
            task.run(async () => {
              setReport(await onReport());
              setCopied('not-copied');
            })
          }
        >
          {words('settings_report_show')}
        </button>
      </SettingRow>
      {report !== undefined && (
        <div class="form">
          <pre
            class="report"
            lang="en"
            dir="ltr"
            tabIndex={0}
            aria-label={words('settings_report')}
            role="region"
          >
            {report}
          </pre>
          <div class="actions">
            <button
              type="button"
              class="button"
              onClick={() =>
                task.run(async () => {
                  await navigator.clipboard.writeText(report);
                  setCopied('copied');
                })
              }
            >
              {words('settings_report_copy')}
            </button>
          </div>
        </div>
      )}
      <DoneNote text={copied === 'copied' ? words('settings_report_copied') : ''} />
      <ErrorNote code={task.errorCode} />
    </>
  );
}
