import type { CodeKeeper } from './fill-code.ts';
import type { EnrolmentPorts, FoundEnrolment } from './ports.ts';

/** One QR on its way to a confirmed account. */
export interface Enrolment {
  /** Of the latest reading. */
  found: FoundEnrolment;
  /** Whether this document shows it, or a frame that has handed it over. */
  readonly shownIn: 'this-document' | 'frame';
  /** The page may draw the same code again in another element. */
  picture: Element;
  /** offered: until the user said save; saving: until the background did; saved: until the page's verdict. */
  phase: 'offered' | 'saving' | 'unlocking' | 'saved';
  readonly ending: AbortController;
  readonly keeper: CodeKeeper;
}

/** A code that was read, and the element that shows it. */
export type Sighting = Pick<Enrolment, 'found' | 'picture' | 'shownIn'>;

/** What became of it, where nothing depends on whether the background still knows it. */
export async function tellOutcome(
  ports: EnrolmentPorts,
  { found }: Enrolment,
  outcome: Parameters<EnrolmentPorts['outcome']>[1],
): Promise<void> {
  try {
    await ports.outcome(found.scanId, outcome);
  } catch {
    // The capture died before, with a lock or in time: there is nothing left to tell of it.
  }
}
