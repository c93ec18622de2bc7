import { useWords } from './words.ts';

/** Who made this, what it is not, and where the promises stand. */
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
