import {
  chooseImport,
  DARK,
  listImport,
  proveExport,
  saveExport,
  saveImport,
  showCodes,
  uploadBackup,
  waitForExportForm,
  wrongImport,
  type ScreenCase,
} from './screen-case.ts';

/** Import and export, in every state worth looking at. */
export const transferCases: Readonly<Record<string, ScreenCase>> = {
  import: { screen: 'import' },
  'import-locked': {
    screen: 'import',
    state: { fails: { importPreview: 'vault-locked' } },
    prepare: async (page) => {
      await uploadBackup(page);
      await page.waitForSelector('.note-error');
    },
  },
  'import-reading': {
    screen: 'import',
    state: { unlock: 'delayed' },
    prepare: async (page) => {
      await uploadBackup(page);
      await page.waitForSelector('progress[value="1"][max="5"][aria-label^="Reading file 2 of 5"]');
    },
  },
  'import-password': { screen: 'import', prepare: chooseImport },
  'import-password-wrong': { screen: 'import', state: { unlock: 'wrong' }, prepare: wrongImport },
  'import-list': { screen: 'import', prepare: listImport },
  'import-list-dark': { screen: 'import', prepare: listImport, ...DARK },
  'import-list-rtl': { screen: 'import', prepare: listImport, wording: 'rtl' },
  'import-list-long': { screen: 'import', prepare: listImport, wording: 'long' },
  'import-saved': { screen: 'import', prepare: saveImport },
  export: { screen: 'export' },
  'export-dark': { screen: 'export', ...DARK },
  'export-long': { screen: 'export', wording: 'long' },
  'export-locked': { screen: 'export', state: { fails: { accounts: 'vault-locked' } } },
  'export-empty': { screen: 'export', state: { accounts: 0 } },
  'export-select': {
    screen: 'export',
    prepare: async (page) => {
      await waitForExportForm(page);
      await page.click('.export-forms label:last-child');
      await page.select('select', 'chosen');
      await page.waitForSelector('[type=checkbox]');
      await page.click('[type=checkbox]');
    },
  },
  'export-passphrase': {
    screen: 'export',
    prepare: async (page) => {
      await waitForExportForm(page);
      await page.click('button[type=submit]');
      await page.waitForSelector('dialog input[type=password]');
    },
  },
  'export-proof': { screen: 'export', state: { passkeys: 'some' }, prepare: proveExport },
  'export-proof-rtl': { screen: 'export', wording: 'rtl', prepare: proveExport },
  'export-codes': { screen: 'export', prepare: showCodes(3) },
  'export-codes-rtl-dark': {
    screen: 'export',
    wording: 'rtl',
    prepare: showCodes(3),
    ...DARK,
  },
  'export-sheet': { screen: 'export', size: { width: 900, height: 900 }, prepare: showCodes(4) },
  'export-saved': { screen: 'export', prepare: saveExport },
};
