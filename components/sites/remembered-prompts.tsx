import type { SiteView } from '../../lib/protocol/views.ts';
import { useWords } from '../ui/words.ts';
import { dayAndTime } from '../transfer/backup-file-name.ts';

interface RememberedPromptsProps {
  readonly prompts: SiteView['remembered'];
  readonly onForget: (promptId: string) => void;
}

/** The prompts of a site that are filled by themselves since the user took an offer; each can be forgotten. */
export function RememberedPrompts({ prompts, onForget }: RememberedPromptsProps) {
  const words = useWords();
  if (prompts.length === 0) return null;
  return (
    <details class="details">
      <summary>{words('sites_remembered', String(prompts.length))}</summary>
      <ul class="plain-list">
        {prompts.map(({ id, rememberedMs }) => {
          const since = dayAndTime(rememberedMs, words('ui_language'));
          return (
            <li key={id}>
              {words('sites_remembered_since', since)}{' '}
              <button
                type="button"
                class="button button-small"
                aria-label={words('sites_forget_name', since)}
                onClick={() => onForget(id)}
              >
                {words('sites_forget')}
              </button>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
