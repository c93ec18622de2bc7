/** Whether the page has sent anything of its own since a moment: a form, or a request. */
export interface SentSince {
  readonly state: () => 'sent' | 'nothing';
  readonly stop: () => void;
}

function isRequest(entry: PerformanceEntry): boolean {
  return (
    'initiatorType' in entry && /^(fetch|xmlhttprequest|beacon)$/.test(String(entry.initiatorType))
  );
}

/**
 * Watches from now on. Requests are seen once they were answered, which is
 * early enough: before the answer a page has no reason to clear its field.
 */
export function watchSent(): SentSince {
  const startMs = performance.now();
  let state: 'sent' | 'nothing' = 'nothing';
  const onSubmit = (): void => {
    state = 'sent';
  };
  const look = (entries: readonly PerformanceEntry[]): void => {
    if (entries.some((entry) => entry.startTime >= startMs && isRequest(entry))) state = 'sent';
  };
  const observer = new PerformanceObserver((list) => look(list.getEntries()));
  observer.observe({ type: 'resource' });
  window.addEventListener('submit', onSubmit, true);
  return {
    state: () => {
      look(observer.takeRecords());
      return state;
    },
    stop: () => {
      observer.disconnect();
      window.removeEventListener('submit', onSubmit, true);
    },
  };
}
