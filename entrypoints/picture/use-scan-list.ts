import { useState } from 'preact/hooks';
import type { useTask } from '../../components/ui/use-task.ts';
import { useWords } from '../../components/ui/words.ts';
import { discardScan, saveScan } from '../../lib/protocol/save-scan.ts';
import type { ScanResult, ScanView } from '../../lib/protocol/views.ts';
import { alternativesTo, isOf, mergeScanResults, scansOf, unfinishedResults } from './scan-list.ts';

export type Step =
  | { readonly kind: 'take' }
  | { readonly kind: 'results' }
  | { readonly kind: 'review'; readonly scan: ScanView };

/** The step that follows a scan: a single account needs no list. */
function stepOf([only, ...others]: readonly ScanResult[]): Step {
  return only?.scan && others.length === 0
    ? { kind: 'review', scan: only.scan }
    : { kind: 'results' };
}

/** What was read so far, which step the user is at, and what becomes of an account. */
export function useScanList(task: ReturnType<typeof useTask>) {
  const words = useWords();
  const [step, setStep] = useState<Step>({ kind: 'take' });
  const [results, setResults] = useState<readonly ScanResult[]>([]);
  const [statusText, setStatusText] = useState('');
  const startAnew = (): void => setStep({ kind: 'take' });

  /** Takes what was saved or dismissed off the list; after the last one the page starts anew. */
  const takeOff = (scan: ScanView, text: string): void => {
    const rest = results.filter((result) => !isOf(result, scan));
    setResults(rest);
    setStatusText(text);
    setStep({ kind: rest.some((result) => scansOf(result).length > 0) ? 'results' : 'take' });
  };

  return {
    step,
    results,
    statusText,
    startAnew,
    review: (scan: ScanView): void => setStep({ kind: 'review', scan }),
    show(found: readonly ScanResult[]): void {
      const all = mergeScanResults(unfinishedResults(results), found);
      setResults(all);
      setStatusText('');
      setStep(stepOf(all));
    },
    save(scan: ScanView, save: Parameters<typeof saveScan>[1]): void {
      task.run(async () => {
        if (!(await saveScan(scan, save))) return;
        alternativesTo(results, scan).forEach(discardScan);
        takeOff(scan, words('codes_saved'));
      });
    },
    leaveReview(scan: ScanView): void {
      // Back from one of two is to choose the other.
      if (alternativesTo(results, scan).length > 0) return setStep({ kind: 'results' });
      discardScan(scan);
      takeOff(scan, '');
    },
    leaveResults(): void {
      results.flatMap(scansOf).forEach(discardScan);
      setResults([]);
      startAnew();
    },
  };
}
