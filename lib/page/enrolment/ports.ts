import type { ErrorCode } from '../../errors.ts';
import type {
  EnrolmentCodeAnswer,
  PagePushes,
  PageRequests,
  SaveAnswer,
  ScanAnswer,
} from '../../protocol/page-messages.ts';
import type { GreyPicture } from '../../qr/picture.ts';

/** What was read of an otpauth QR, as the background names it: never its secret. */
export type Scan = Parameters<PagePushes['scanOffered']>[0];

export type ScanOutcome = Parameters<PageRequests['scanOutcome']>[0]['outcome'];

/** Why a scan is saved, and what the user has decided about an account of the same name. */
export type SaveOrder = Omit<Parameters<PageRequests['scanSave']>[0], 'scanId'>;

/** What the background does for an enrolment; each may throw. */
export interface EnrolmentBackend {
  read(picture: GreyPicture): Promise<ScanAnswer>;
  /** Leaves the scan to the top document, because this frame has no field for the code. */
  handOver(scanId: string): Promise<void>;
  /** Asks the frame that handed the scan over to read it again, and to hand it over again. */
  readAgain(scanId: string): Promise<void>;
  save(scanId: string, order: SaveOrder): Promise<SaveAnswer>;
  code(scanId: string): Promise<EnrolmentCodeAnswer>;
  outcome(scanId: string, outcome: ScanOutcome): Promise<void>;
  /** Opens the popup, with the scan under review where one is named. */
  open(scanId?: string): Promise<void>;
  /** Brings back the account that the save has replaced. */
  undo(scanId: string): Promise<void>;
  /** Opens our own page for backups, once after a confirmation. */
  backUp(): Promise<void>;
}

/** What the background tells later, after its own window did its work. */
export interface EnrolmentPushes {
  /** A frame of this page has read a QR, and has no field for its code. */
  offered(scan: Scan): void;
  /** Without a code where none goes into pages. */
  saved(scanId: string, code: EnrolmentCodeAnswer | undefined, undoUntilMs?: number): void;
  /** The user wants the next code. */
  fillNext(scanId: string): void;
  failed(scanId: string, code: ErrorCode): void;
  /** The top document wants the scan that this frame has handed over once more. */
  readAgain(): void;
}
