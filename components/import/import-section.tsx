import { useWords } from '../ui/words.ts';

/** The way from the settings to the import of other apps' files. */
export function ImportSection() {
  const words = useWords();
  return (
    <section aria-labelledby="import">
      <h2 id="import">{words('import_title')}</h2>
      <p class="hint">{words('import_section_hint')}</p>
      <div class="actions">
        <a class="button" href="/import.html">
          {words('import_choose')}
        </a>
      </div>
    </section>
  );
}
