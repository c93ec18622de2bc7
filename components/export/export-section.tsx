import { useWords } from '../ui/words.ts';

/** The way from the settings to the export for other apps. */
export function ExportSection() {
  const words = useWords();
  return (
    <section aria-labelledby="export">
      <h2 id="export">{words('export_title')}</h2>
      <p class="hint">{words('export_section_hint')}</p>
      <div class="actions">
        <a class="button" href="/export.html">
          {words('export_open')}
        </a>
      </div>
    </section>
  );
}
