import { useWords } from './words.ts';

/** Who made this, what it is not, and where the promises stand. */
export function AboutView() {
  const words = useWords();
  return (
    <main>
      <h1>{words('options_title')}</h1>
      <h2>{words('options_about')}</h2>
      <p>{words('welcome_unofficial')}</p>
      <p>
        <a href="/welcome.html">{words('options_promises')}</a>
      </p>
    </main>
  );
}
