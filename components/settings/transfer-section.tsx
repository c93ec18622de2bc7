import { useWords } from '../ui/words.ts';
import { SettingRow } from './setting-row.tsx';

/** The ways to the import of other apps' files, to the export for other apps, and to QR codes in images. */
export function TransferSection() {
  const words = useWords();
  return (
    <section class="setting-group">
      <SettingRow title={words('import_title')} hint={words('import_section_hint')}>
        <a class="button" href="/import.html">
          {words('import_choose')}
        </a>
      </SettingRow>
      <SettingRow title={words('picture_title')} hint={words('settings_picture_hint')}>
        <a class="button" href="/picture.html">
          {words('settings_picture_open')}
        </a>
      </SettingRow>
      <SettingRow title={words('export_title')} hint={words('export_section_hint')}>
        <a class="button" href="/export.html">
          {words('export_open')}
        </a>
      </SettingRow>
    </section>
  );
}
