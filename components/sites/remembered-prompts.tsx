import type { SiteView } from '../../lib/protocol/views.ts';
import { useLanguage } from '../ui/words.ts';

interface RememberedPromptsProps {
  readonly prompts: SiteView['remembered'];
  readonly onForget: (promptId: string) => void;
}

/** The prompts of a site that are filled by themselves since the user took an offer; each can be forgotten. */
export function RememberedPrompts({ prompts, onForget }: RememberedPromptsProps) {
  const { words, plural, formats } = useLanguage();
  if (prompts.length === 0) return null;
  return (
    <details class="details">
      <summary>{plural('sites_remembered', prompts.length)}</summary>
      <ul class="plain-list">
        {prompts.map(({ id, rememberedMs }) => {
          const since = formats.dayAndTime(rememberedMs);
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
