import type { MessageKey } from '../../lib/language/messages.ts';

/** The sections of the settings in their order; each is the hash of its own address, as in options.html#backup. */
export const SETTINGS_SECTIONS = [
  'backup',
  'security',
  'sites',
  'appearance',
  'transfer',
  'trash',
  'health',
  'help',
] as const;

export type SettingsSection = (typeof SETTINGS_SECTIONS)[number];

/** The section's name, in the navigation and as its heading. */
export const SECTION_TITLES: Readonly<Record<SettingsSection, MessageKey>> = {
  backup: 'backup_title',
  security: 'settings_security',
  sites: 'sites_title',
  appearance: 'settings_appearance',
  transfer: 'settings_transfer',
  trash: 'accounts_bin_title',
  health: 'settings_health',
  help: 'settings_help',
};

/** The address at which a new recovery code is made, in the section 'Security'. */
export const RECOVERY_HASH = '#recovery';

/** The section of an address; the first one where the hash names none. */
export function sectionOf(hash: string): SettingsSection {
  if (hash === RECOVERY_HASH) return 'security';
  return SETTINGS_SECTIONS.find((section) => `#${section}` === hash) ?? 'backup';
}
