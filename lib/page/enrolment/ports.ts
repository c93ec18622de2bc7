import type { ErrorCode } from '../../errors.ts';
import type { GreyPicture } from '../qr/grey.ts';

export interface EnrolmentCode {
  readonly digits: string;
  /** Unix time, ms. */
  readonly validUntilMs: number;
}

/** An otpauth QR as the background names it: never its secret. */
export interface FoundEnrolment {
  readonly scanId: string;
  readonly issuer: string;
  readonly label: string;
  readonly duplicate: 'none' | 'same-name' | 'same-secret';
}

/** What the background does for an enrolment; each may throw. */
export interface EnrolmentPorts {
  capture(
    picture: GreyPicture,
  ): Promise<
    | { readonly kind: 'none' | 'other' }
    | { readonly kind: 'refused'; readonly code: ErrorCode }
    | (FoundEnrolment & { readonly kind: 'otpauth' })
  >;
  /** The top document shall offer it: this frame has no field for the code. */
  handOver(scanId: string): Promise<void>;
  /** The frame that handed it over shall read it again, and hand it over again. */
  again(scanId: string): Promise<void>;
  save(
    scanId: string,
    duplicate?: 'replace' | 'keep-both',
  ): Promise<
    { readonly kind: 'saved'; readonly code: EnrolmentCode } | { readonly kind: 'unlocking' }
  >;
  code(
    scanId: string,
  ): Promise<
    | { readonly kind: 'fill'; readonly code: EnrolmentCode }
    | { readonly kind: 'wait'; readonly untilMs: number }
    | { readonly kind: 'locked' | 'choose' | 'refused' | 'none' }
  >;
  outcome(
    scanId: string,
    outcome: 'confirmed' | 'refused' | 'cancelled' | 'dismissed',
  ): Promise<void>;
  open(scanId?: string): Promise<void>;
  /** Opens our own page for backups, once after a confirmation. */
  backUp(): Promise<void>;
}

/** What the background tells later, after its own window did its work. */
export interface EnrolmentPushes {
  /** A frame of this page found a code, and has no field for it. */
  offered(found: FoundEnrolment): void;
  saved(scanId: string, code: EnrolmentCode): void;
  failed(scanId: string, code: ErrorCode): void;
  /** The top document wants the code this frame has handed over once more. */
  again(): void;
}
