/** A message the stand-in would have sent. Nothing leaves the process. */
export interface Mail {
  readonly atMs: number;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The code in it, or undefined. */
  readonly code?: string;
  /** The one-time link in it, or undefined. */
  readonly link?: string;
}

export class Outbox {
  #mails: Mail[] = [];

  send(mail: Mail): void {
    this.#mails.push(mail);
  }

  all(): readonly Mail[] {
    return [...this.#mails];
  }

  reset(): void {
    this.#mails = [];
  }
}
