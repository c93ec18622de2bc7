import { AppError } from '../../errors.ts';
import { ALGORITHMS, PERIOD_SECONDS, type Account, type AccountView } from '../../otp/account.ts';
import { checkKey } from '../../otp/key.ts';
import { getName, MAX_NAME } from '../../otp/name.ts';
import { ID_BYTES } from './item-names.ts';
import { findCount, findFields, findId, findText, findTexts } from './parse.ts';

const NOTE_MAX = 4000;
const TAGS_MAX = 32;
const SITES_MAX = 64;
const SITE_MAX = 300;
/** A note may have lines, and the joiners that some scripts and emoji need. */
const FORBIDDEN_IN_NOTE = /[^\P{Cc}\n\t]|[^\P{Cf}\u200c\u200d]|[\p{Co}\p{Cs}]/u;

/**
 * The account within the limits of everything the vault takes in, whoever
 * parsed it; space around names is taken off. Throws the code of the field.
 */
export function getChecked(account: Account): Account {
  checkKey(account);
  if (!ALGORITHMS.includes(account.algorithm)) throw new AppError('algorithm-unsupported');
  const { tags, sites, note } = account;
  if (tags.length > TAGS_MAX || sites.length > SITES_MAX || note.length > NOTE_MAX) {
    throw new AppError('label-too-long');
  }
  if (sites.some((site) => site.length > SITE_MAX)) throw new AppError('label-too-long');
  if (FORBIDDEN_IN_NOTE.test(note)) throw new AppError('label-forbidden-character');
  return {
    ...account,
    issuer: getName(account.issuer),
    label: getName(account.label),
    tags: [...new Set(tags.map(getName))].filter((tag) => tag !== ''),
    sites: [...new Set(sites)],
  };
}

/** The view in a record or in the index; undefined when it is not one. */
export function findView(value: unknown): AccountView | undefined {
  const fields = findFields(value);
  const id = findId(fields?.get('id'), ID_BYTES);
  if (!fields || !id) return undefined;
  const issuer = findText(fields.get('issuer'), MAX_NAME);
  const label = findText(fields.get('label'), MAX_NAME);
  const algorithm = ALGORITHMS.find((name) => name === fields.get('algorithm'));
  const digits = findCount(fields.get('digits'));
  const periodSeconds = findCount(fields.get('periodSeconds'));
  const status = fields.get('status');
  const pinned = fields.get('pinned');
  const tags = findTexts(fields.get('tags'), TAGS_MAX, MAX_NAME);
  const note = findText(fields.get('note'), NOTE_MAX);
  const sites = findTexts(fields.get('sites'), SITES_MAX, SITE_MAX);
  const createdMs = findCount(fields.get('createdMs'));
  const changedMs = findCount(fields.get('changedMs'));
  const binnedMs = findCount(fields.get('binnedMs'));
  if (issuer === undefined || label === undefined || algorithm === undefined) return undefined;
  if (digits === undefined || digits < 6 || digits > 8) return undefined;
  if (periodSeconds === undefined) return undefined;
  if (periodSeconds < PERIOD_SECONDS.min || periodSeconds > PERIOD_SECONDS.max) return undefined;
  if (status !== 'unconfirmed' && status !== 'confirmed') return undefined;
  if (pinned !== 'pinned' && pinned !== 'unpinned') return undefined;
  if (!tags || !sites || note === undefined) return undefined;
  if (createdMs === undefined || changedMs === undefined) return undefined;
  return {
    id,
    issuer,
    label,
    algorithm,
    digits,
    periodSeconds,
    status,
    pinned,
    tags,
    note,
    sites,
    createdMs,
    changedMs,
    ...(binnedMs === undefined ? {} : { binnedMs }),
  };
}

/** The account without its secret. */
export function viewOf(account: Account): AccountView {
  const { secret: _secret, ...view } = account;
  return view;
}
