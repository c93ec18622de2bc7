import type { OwnRequests } from '../../lib/protocol/own-messages.ts';
import { Note } from '../ui/note.tsx';
import type { Language } from '../../lib/language/language.ts';
import { useLanguage } from '../ui/words.ts';
import { EXPORT_FORMS, OFFERED_FORMS } from '../export/export-forms.ts';
import { minutesText } from './duration.ts';
import type { SettingsSection } from './settings-section.ts';

type AdministratorView = ReturnType<OwnRequests['administrator']>;
type Policy = AdministratorView['policy'];

function securityLines(policy: Policy, { words, formats }: Language): readonly string[] {
  const { lockMinutesMax, allowKeepUnlocked, passphraseStrengthMin = 2, requirePasskey } = policy;
  return [
    lockMinutesMax === undefined
      ? ''
      : words('administrator_lock', minutesText(lockMinutesMax, formats)),
    allowKeepUnlocked === false ? words('administrator_keep') : '',
    passphraseStrengthMin > 2 ? words('administrator_strength') : '',
    requirePasskey === true ? words('administrator_passkey') : '',
  ];
}

function transferLines(policy: Policy, { words, formats }: Language): readonly string[] {
  const { allowExport, exportFileTypes: forms, allowImport, importFileTypes: apps } = policy;
  const formNames = forms?.map((form) => {
    const known = OFFERED_FORMS.find((one) => one === form);
    return known ? words(EXPORT_FORMS[known].title) : form;
  });
  return [
    allowExport === false ? words('administrator_export') : '',
    formNames ? words('administrator_export_types', formats.list(formNames)) : '',
    allowImport === false ? words('administrator_import') : '',
    apps ? words('administrator_import_types', formats.list(apps)) : '',
  ];
}

/** What the administrator has set that belongs to a section, one line a key. */
function linesOf(
  section: SettingsSection,
  { policy, refused }: AdministratorView,
  language: Language,
): readonly string[] {
  const { words, formats } = language;
  switch (section) {
    case 'security':
      return securityLines(policy, language);
    case 'sites':
      return [
        policy.sites ? words('administrator_sites', formats.list(policy.sites)) : '',
        policy.allowOtherSites === false ? words('administrator_other_sites') : '',
      ];
    case 'transfer':
      return transferLines(policy, language);
    case 'backup':
      return [policy.backupReminder === false ? words('administrator_backup') : ''];
    case 'help':
      return [refused.length > 0 ? words('administrator_refused', formats.list(refused)) : ''];
    case 'appearance':
      return [
        policy.language === undefined
          ? ''
          : words('administrator_language', formats.languageName(policy.language)),
      ];
    case 'trash':
    case 'health':
      return [];
    default:
      return section satisfies never;
  }
}

interface AdministratorNoteProps {
  readonly section: SettingsSection;
  readonly administrator: AdministratorView;
}

/** Says at the top of a section what of it the administrator has set; nothing where that is nothing. */
export function AdministratorNote({ section, administrator }: AdministratorNoteProps) {
  const language = useLanguage();
  const { words } = language;
  const lines = linesOf(section, administrator, language).filter((line) => line !== '');
  const support = section === 'help' ? administrator.policy.supportAddress : undefined;
  if (lines.length === 0 && support === undefined) return null;
  return (
    <Note>
      <h2>{words('administrator_title')}</h2>
      <ul>
        {lines.map((line) => (
          <li key={line}>
            <bdi>{line}</bdi>
          </li>
        ))}
        {support !== undefined && (
          <li>
            <a class="lone-link" href={support} target="_blank" rel="noreferrer">
              {words('administrator_support')}
            </a>
          </li>
        )}
      </ul>
    </Note>
  );
}
