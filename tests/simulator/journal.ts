/** What reached the stand-in; tests count submits here, never in the page. */
export interface RequestEntry {
  readonly atMs: number;
  readonly method: string;
  readonly scheme: 'https' | 'http';
  readonly host: string;
  readonly path: string;
}

export interface SubmitEntry {
  readonly atMs: number;
  /** Wall clock of this machine, for latency figures. */
  readonly realMs: number;
  readonly place: 'login' | 'enrolment' | 'local';
  readonly kind: 'totp' | 'email';
  readonly host: string;
  readonly email: string;
  readonly code: string;
  readonly outcome: 'accepted' | 'wrong' | 'replayed' | 'locked' | 'expired';
  /** One prompt: the MFA process or the enrolment it was sent to. */
  readonly processId: string;
}

export interface JournalState {
  readonly requests: readonly RequestEntry[];
  readonly submits: readonly SubmitEntry[];
  readonly submitCount: number;
}

export class Journal {
  #requests: RequestEntry[] = [];
  #submits: SubmitEntry[] = [];

  request(entry: RequestEntry): void {
    this.#requests.push(entry);
  }

  submit(entry: SubmitEntry): void {
    this.#submits.push(entry);
  }

  state(): JournalState {
    return {
      requests: [...this.#requests],
      submits: [...this.#submits],
      submitCount: this.#submits.length,
    };
  }

  reset(): void {
    this.#requests = [];
    this.#submits = [];
  }
}
