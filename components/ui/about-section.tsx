import { useWords } from './words.ts';

/** Says that the extension is unofficial, and links to its promises. */
export function AboutSection() {
  const words = useWords();
  return (
    <section aria-labelledby="about">
      <h2 id="about">{words('options_about')}</h2>
      <p>{words('welcome_unofficial')}</p>
      <p>
        <a href="/welcome.html">{words('options_promises')}</a>
      </p>
    </section>
  );
}
