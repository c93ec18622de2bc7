/** The parsers of what was read from other apps' files, of which own-schemas.ts is made. */
import * as v from 'valibot';
import { ENTRY_REASONS } from '../errors.ts';
import { IMPORT_LIMITS } from './reader-messages.ts';
import { counted, duplicate, index, text, timed } from './schema-parts.ts';

const imported = {
  issuer: text(IMPORT_LIMITS.nameCharacters),
  label: text(IMPORT_LIMITS.nameCharacters),
  secret: text(IMPORT_LIMITS.secretCharacters),
};
export const importChoice = v.strictObject({
  index,
  duplicate,
  type: v.exactOptional(v.literal('steam')),
});
const importedEntry = v.variant('kind', [
  v.strictObject({
    kind: v.literal('account'),
    account: v.variant('type', [
      v.strictObject({ ...imported, ...timed }),
      v.strictObject({ ...imported, ...counted }),
    ]),
    trashed: v.exactOptional(v.literal(true)),
    assumed: v.exactOptional(v.literal('period')),
    line: v.exactOptional(index),
  }),
  v.strictObject({
    kind: v.literal('refused'),
    reason: v.picklist(ENTRY_REASONS),
    issuer: imported.issuer,
    label: imported.label,
    line: v.exactOptional(index),
  }),
]);
export const importFiles = v.pipe(
  v.array(
    v.strictObject({
      app: v.exactOptional(text(64)),
      entries: v.pipe(v.array(importedEntry), v.maxLength(IMPORT_LIMITS.entries)),
    }),
  ),
  v.maxLength(IMPORT_LIMITS.files),
);
