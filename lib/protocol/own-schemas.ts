/** The parsers of what our own pages may ask. */
import * as v from 'valibot';
import { BACKUP_CHARACTERS_MAX, MESSAGE_PICTURE_BYTES_MAX } from '../limits.ts';
import { EXPORT_CODE_FORMS, EXPORT_FILE_FORMS, MAX_EXPORTED_AS_CODES } from './export-views.ts';
import { importChoice, importFiles } from './import-schemas.ts';
import type { OwnRequests } from './own-messages.ts';
import { IMPORT_LIMITS } from './reader-messages.ts';
import {
  bounds,
  counted,
  duplicate,
  id,
  index,
  list,
  nothing,
  parser,
  text,
  timed,
  type RequestParsers,
} from './schema-parts.ts';

/** Base64 takes four characters for three bytes; the head of the address is short. */
const PICTURE_URL_CHARACTERS = MESSAGE_PICTURE_BYTES_MAX * 1.4;

const TYPED_CHARACTERS = 100_000;

const parameters = v.variant('type', [v.strictObject(timed), v.strictObject(counted)]);
const typed = { issuer: text(256), label: text(256), secret: text(2048) };

/** More than the vault takes, so that its own check names the field that is too long. */
const change = v.strictObject({
  issuer: v.exactOptional(text(TYPED_CHARACTERS)),
  label: v.exactOptional(text(TYPED_CHARACTERS)),
  parameters: v.exactOptional(parameters),
  pinned: v.exactOptional(v.picklist(['pinned', 'unpinned'])),
  tags: v.exactOptional(list(text(TYPED_CHARACTERS), 1000)),
  note: v.exactOptional(text(TYPED_CHARACTERS)),
  sites: v.exactOptional(list(text(300), 64)),
  status: v.exactOptional(v.picklist(['unconfirmed', 'confirmed'])),
});

const passphraseProof = v.strictObject({ kind: v.literal('passphrase'), passphrase: text(1024) });
const recoveryProof = v.strictObject({
  kind: v.literal('recovery-code'),
  recoveryCode: text(256),
});
const proof = v.variant('kind', [
  passphraseProof,
  recoveryProof,
  v.strictObject({ kind: v.literal('passkey'), credentialId: text(2048), prf: text(64) }),
]);
const passkey = v.strictObject({
  credentialId: text(2048),
  name: text(64),
  prfSalt: text(64),
  prf: text(64),
});

const firstKey = v.variant('kind', [
  passphraseProof,
  v.strictObject({ kind: v.literal('passkey'), passkey }),
]);
const backup = {
  text: text(BACKUP_CHARACTERS_MAX),
  proof: v.variant('kind', [passphraseProof, recoveryProof]),
};

export const ownSchemas: RequestParsers<OwnRequests> = {
  vaultState: nothing,
  popupView: parser(v.strictObject({ tabId: v.exactOptional(index), limit: index })),
  accounts: parser(v.strictObject({ bin: v.picklist(['live', 'binned']) })),
  bin: nothing,
  codes: parser(v.strictObject({ ids: list(id, 500) })),
  nextCode: parser(v.strictObject({ id, counter: v.exactOptional(index) })),
  accountUsed: parser(v.strictObject({ id })),
  createVault: parser(firstKey),
  unlock: parser(proof),
  lock: nothing,
  passphraseChange: parser(v.strictObject({ proof, passphrase: text(1024) })),
  recoveryReissue: parser(v.strictObject({ proof })),
  passkeyAdd: parser(v.strictObject({ proof, passkey })),
  passkeyRename: parser(v.strictObject({ credentialId: text(2048), name: text(64) })),
  passkeyRemove: parser(v.strictObject({ credentialId: text(2048) })),
  health: nothing,
  healthNote: parser(
    v.strictObject({
      strength: v.exactOptional(v.picklist([0, 1, 2, 3, 4])),
      recovery: v.exactOptional(v.literal('kept')),
      files: v.exactOptional(v.picklist(['deleted'])),
    }),
  ),
  lockMinutes: parser(v.strictObject({ minutes: index })),
  keepUnlocked: parser(v.strictObject({ proof })),
  keepUnlockedStop: nothing,
  repairKeepReadable: nothing,
  repairAcceptOlder: nothing,
  repairStartOver: nothing,
  vaultArchive: nothing,
  backupMake: nothing,
  backupKept: parser(v.strictObject({ madeMs: index })),
  backupLook: parser(v.strictObject({ text: backup.text })),
  backupPreview: parser(v.strictObject(backup)),
  backupAdd: parser(v.strictObject(backup)),
  backupRestore: parser(v.strictObject({ ...backup, first: firstKey })),
  importPreview: parser(v.strictObject({ files: importFiles })),
  importAdd: parser(
    v.strictObject({
      files: importFiles,
      from: v.picklist(['files', 'scans']),
      chosen: v.pipe(v.array(importChoice), v.maxLength(IMPORT_LIMITS.entries)),
    }),
  ),
  importUndo: parser(
    v.strictObject({
      ids: list(id, IMPORT_LIMITS.entries),
      replacedIds: list(id, IMPORT_LIMITS.entries),
    }),
  ),
  exportFile: parser(
    v.strictObject({
      form: v.picklist(EXPORT_FILE_FORMS),
      ids: list(id, IMPORT_LIMITS.entries),
      passphrase: v.exactOptional(text(1024)),
      proof,
    }),
  ),
  exportBackup: parser(v.strictObject({ ids: list(id, IMPORT_LIMITS.entries), proof })),
  exportCodes: parser(
    v.strictObject({
      form: v.picklist(EXPORT_CODE_FORMS),
      ids: list(id, MAX_EXPORTED_AS_CODES),
      proof,
    }),
  ),
  administrator: nothing,
  languageTexts: parser(v.strictObject({ texts: v.record(id, text(2_000)) })),
  archiveState: nothing,
  archiveDelete: nothing,
  showQr: parser(v.strictObject({ id, proof })),
  qrWindow: parser(v.strictObject({ id })),
  qrAccount: nothing,
  floatOpen: parser(v.strictObject({ id: v.exactOptional(id), at: v.exactOptional(bounds) })),
  floatAccounts: nothing,
  readUri: parser(v.strictObject({ uri: text(4500) })),
  readTyped: parser(
    v.variant('type', [
      v.strictObject({ ...typed, ...timed }),
      v.strictObject({ ...typed, ...counted }),
    ]),
  ),
  readPicture: parser(
    v.strictObject({
      dataUrl: v.pipe(text(PICTURE_URL_CHARACTERS), v.regex(/^data:image\/[a-z+.-]+;base64,/)),
    }),
  ),
  readText: parser(v.strictObject({ text: text(16_384) })),
  readTab: parser(v.strictObject({ tabId: index })),
  reviewPage: parser(v.strictObject({ scanId: id })),
  reviewScan: parser(v.strictObject({ scanId: id, issuer: text(256), label: text(256) })),
  saveScan: parser(
    v.strictObject({
      scanId: id,
      duplicate,
      replaces: v.exactOptional(id),
      issuer: text(256),
      label: text(256),
    }),
  ),
  waitingScan: nothing,
  discardScan: parser(v.strictObject({ scanId: id })),
  scannedExports: nothing,
  forgetExports: nothing,
  unlockOpen: parser(v.strictObject({ to: v.exactOptional(v.picklist(['restore', 'lost'])) })),
  accountChange: parser(v.strictObject({ id, change })),
  accountBin: parser(v.strictObject({ id })),
  accountRestore: parser(v.strictObject({ id, bin: v.exactOptional(id) })),
  accountDelete: parser(v.strictObject({ id })),
  enrolmentFill: parser(v.strictObject({ scanId: id })),
  fillTab: parser(v.strictObject({ tabId: index, id })),
  pickerView: nothing,
  pickAccount: parser(v.strictObject({ promptId: id, id })),
  closePicker: nothing,
  siteWant: parser(v.strictObject({ tabId: index })),
  siteList: nothing,
  siteRevoke: parser(v.strictObject({ siteId: text(256) })),
  siteForgetPrompt: parser(v.strictObject({ siteId: text(256), promptId: id })),
  siteChange: parser(
    v.strictObject({
      siteId: text(256),
      change: v.strictObject({
        fill: v.exactOptional(v.picklist(['by-itself', 'by-hand'])),
        submit: v.exactOptional(v.picklist(['never', 'once'])),
        clockOffsetMs: v.exactOptional(
          v.pipe(v.number(), v.safeInteger(), v.minValue(-86_400_000), v.maxValue(86_400_000)),
        ),
      }),
    }),
  ),
  siteTabs: nothing,
  explainTab: parser(v.strictObject({ tabId: index })),
  clipboardClear: parser(
    v.strictObject({ seconds: v.pipe(index, v.minValue(30), v.maxValue(600)), text: text(256) }),
  ),
  clipboardCopied: nothing,
  clipboardWanted: nothing,
  clipboardWritten: parser(v.strictObject({ outcome: v.picklist(['copied', 'refused']) })),
};
