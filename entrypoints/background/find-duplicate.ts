import type { AccountView, DuplicateKind, NewAccount } from '../../lib/otp/account.ts';
import type { Core } from './core.ts';

/** What the vault has of a scan's name or secret. */
export interface FoundDuplicate {
  readonly kind: DuplicateKind;
  readonly known?: AccountView;
  /** The account that the scan takes the place of without a question. */
  readonly replaces?: string;
}

/**
 * What a page of `siteId` shows is compared with the accounts that are bound
 * to this very site and no other, so that it neither touches what belongs to
 * another nor learns which names the vault holds. Among these an unconfirmed
 * account of the same name comes from an enrolment that was not finished. It
 * is no duplicate to ask about: the new scan `replaces` it.
 */
export async function findDuplicate(
  vault: Core['vault'],
  account: NewAccount,
  siteId: string | undefined,
): Promise<FoundDuplicate> {
  const isMeant = ({ sites: bound }: AccountView): boolean =>
    siteId === undefined || (bound.length === 1 && bound[0] === siteId);
  const { kind, id } = await vault.findDuplicate(account, isMeant);
  if (kind === 'none' || id === undefined) return { kind: 'none' };
  const known = await vault.account(id);
  const isUnfinished = siteId !== undefined && known.status === 'unconfirmed';
  if (kind === 'same-name' && isUnfinished) return { kind: 'none', replaces: id };
  return { kind, known };
}
