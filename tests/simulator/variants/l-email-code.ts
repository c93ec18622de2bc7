/**
 * An e-mail code asked for in the very field of variant A (login.ts never asks
 * for a TOTP code under 'L'): must NOT be filled.
 */
export { variant } from './a-ant-design.ts';
