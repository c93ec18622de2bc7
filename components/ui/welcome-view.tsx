import { useWords } from './words.ts';

/** Shown after installation: what the extension is, what it promises, how to begin. */
export function WelcomeView() {
  const words = useWords();
  return (
    <main>
      <h1>{words('welcome_title')}</h1>
      <p>{words('welcome_what')}</p>
      <p class="hint">{words('welcome_unofficial')}</p>
      <h2>{words('welcome_begin')}</h2>
      <ol>
        <li>{words('welcome_step_enrol')}</li>
        <li>{words('welcome_step_save')}</li>
        <li>{words('welcome_step_confirm')}</li>
      </ol>
      <p>{words('welcome_other')}</p>
      <p>{words('welcome_import')}</p>
      <div class="actions">
        <a class="button" href="/import.html">
          {words('import_title')}
        </a>
      </div>
      <h2>{words('welcome_promises')}</h2>
      <ul class="points">
        <li>{words('welcome_promise_secret')}</li>
        <li>{words('welcome_promise_sites')}</li>
        <li>{words('welcome_promise_network')}</li>
        <li>{words('welcome_promise_keep')}</li>
      </ul>
      <h2>{words('welcome_limits')}</h2>
      <p>{words('welcome_not_protected')}</p>
    </main>
  );
}
