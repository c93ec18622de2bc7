import { standard } from './standard.ts';
import type { UriVariant } from './uri-variant.ts';

/** The real secret's length is unknown: the ones in use by others, by their base32 characters. */
export const secret16: UriVariant = { ...standard, secretBytes: 10 };
export const secret26: UriVariant = { ...standard, secretBytes: 16 };
export const secret32: UriVariant = { ...standard, secretBytes: 20 };
export const secret52: UriVariant = { ...standard, secretBytes: 32 };
