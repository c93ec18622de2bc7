import { useWords } from '../ui/words.ts';
import { SettingRow } from './setting-row.tsx';

/** The way to the guide, which has a page of its own. */
export function GuideSection() {
  const words = useWords();
  return (
    <section class="setting-group">
      <SettingRow title={words('guide_title')} hint={words('guide_what')}>
        <a class="button" href="/guide.html" target="_blank" rel="noopener">
          {words('guide_open')}
        </a>
      </SettingRow>
    </section>
  );
}
