import { AppError } from '../../errors.ts';
import {
  ALGORITHMS,
  OTP_TYPES,
  type Account,
  type AccountView,
  type OtpParameters,
} from '../../otp/account.ts';
import { checkKey, findParametersError } from '../../otp/key.ts';
import { getName, MAX_NAME } from '../../otp/name.ts';
import { ID_BYTES } from './item-names.ts';
import { type Fields, findCount, findFields, findId, findText, findTexts } from './parse.ts';

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

/** Records of version 1 have no type: all of them are TOTP. */
function findParameters(fields: Fields): OtpParameters | undefined {
  const typeName = fields.get('type') ?? 'totp';
  const type = OTP_TYPES.find((name) => name === typeName);
  const algorithm = ALGORITHMS.find((name) => name === fields.get('algorithm'));
  const digits = findCount(fields.get('digits'));
  const number = findCount(fields.get(type === 'hotp' ? 'counter' : 'periodSeconds'));
  if (!type || !algorithm || digits === undefined || number === undefined) return undefined;
  const parameters: OtpParameters =
    type === 'hotp'
      ? { type, algorithm, digits, counter: number }
      : { type, algorithm, digits, periodSeconds: number };
  return findParametersError(parameters) === undefined ? parameters : undefined;
}

/** The view in a record or in the index; undefined when it is not one. */
export function findView(value: unknown): AccountView | undefined {
  const fields = findFields(value);
  const id = findId(fields?.get('id'), ID_BYTES);
  if (!fields || !id) return undefined;
  const issuer = findText(fields.get('issuer'), MAX_NAME);
  const label = findText(fields.get('label'), MAX_NAME);
  const parameters = findParameters(fields);
  const status = fields.get('status');
  const pinned = fields.get('pinned');
  const tags = findTexts(fields.get('tags'), TAGS_MAX, MAX_NAME);
  const note = findText(fields.get('note'), NOTE_MAX);
  const sites = findTexts(fields.get('sites'), SITES_MAX, SITE_MAX);
  const createdMs = findCount(fields.get('createdMs'));
  const changedMs = findCount(fields.get('changedMs'));
  const binnedMs = findCount(fields.get('binnedMs'));
  if (issuer === undefined || label === undefined || !parameters) return undefined;
  if (status !== 'unconfirmed' && status !== 'confirmed') return undefined;
  if (pinned !== 'pinned' && pinned !== 'unpinned') return undefined;
  if (!tags || !sites || note === undefined) return undefined;
  if (createdMs === undefined || changedMs === undefined) return undefined;
  return {
    id,
    issuer,
    label,
    ...parameters,
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
