/**
 * The number of requests to one address from which on the page is polling it: a
 * poll sends no code.
 */
const POLLED = 3;

function isRequest(entry: PerformanceEntry): boolean {
  return (
    'initiatorType' in entry && /^(fetch|xmlhttprequest|beacon)$/.test(String(entry.initiatorType))
  );
}

/** A longer answer was held back on purpose: servers do that to tell of news (long polling). */
const HELD_BACK_MS = 20_000;

/** The longest, ms, that the page's server has taken for this document, or for a request of it. */
export function slowestAnswerMs(): number {
  const requests = performance.getEntriesByType('resource').filter(isRequest);
  const entries = [...performance.getEntriesByType('navigation'), ...requests];
  const tookMs = entries.map((entry) => {
    const isTimed = entry instanceof PerformanceResourceTiming && entry.responseStart > 0;
    return isTimed ? entry.responseStart - entry.startTime : entry.duration;
  });
  return Math.max(0, ...tookMs.filter((ms) => ms < HELD_BACK_MS));
}

/** The address without its query, which a poll may change each time. */
function addressOf({ name }: PerformanceEntry): string {
  return name.split(/[?#]/, 1)[0] ?? name;
}

/** The addresses that the page has polled so far. */
function polledAddresses(): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const entry of performance.getEntriesByType('resource')) {
    if (!isRequest(entry)) continue;
    const address = addressOf(entry);
    counts.set(address, (counts.get(address) ?? 0) + 1);
  }
  return new Set([...counts].flatMap(([address, count]) => (count < POLLED ? [] : [address])));
}

/**
 * Tells whether the page has sent anything of its own since the watcher was
 * made: a form, or a request. A request is seen only once it was answered (a
 * PerformanceObserver reports no sooner; measured in Chromium). A form that a
 * script submits fires no 'submit' event (HTML standard, form.submit()), but the
 * navigation it causes has its data, where the browser has the Navigation API.
 */
export class RequestWatcher {
  readonly #startMs = performance.now();
  readonly #polled = polledAddresses();
  readonly #ending = new AbortController();
  readonly #observer = new PerformanceObserver((list) => this.#read(list.getEntries()));
  #state: 'sent' | 'nothing' = 'nothing';
  #isLeaving = false;

  constructor() {
    this.#observer.observe({ type: 'resource' });
    const { signal } = this.#ending;
    const onSubmit = (): void => {
      this.#state = 'sent';
    };
    window.addEventListener('submit', onSubmit, { capture: true, signal });
    const onNavigate = (event: Event): void => {
      if ('formData' in event && event.formData) this.#state = 'sent';
    };
    if ('navigation' in window && window.navigation instanceof EventTarget)
      window.navigation.addEventListener('navigate', onNavigate, { signal });
    window.addEventListener('beforeunload', () => (this.#isLeaving = true), { signal });
  }

  /** Whether the page is being left, because of what it sent, by a reload, or by a link. */
  get isLeaving(): boolean {
    return this.#isLeaving;
  }

  get state(): 'sent' | 'nothing' {
    this.#read(this.#observer.takeRecords());
    return this.#state;
  }

  stop(): void {
    this.#observer.disconnect();
    this.#ending.abort();
  }

  #read(entries: readonly PerformanceEntry[]): void {
    const isSent = (entry: PerformanceEntry): boolean =>
      entry.startTime >= this.#startMs && isRequest(entry) && !this.#polled.has(addressOf(entry));
    if (entries.some(isSent)) this.#state = 'sent';
  }
}
