import { MessageView } from '../../components/ui/message-view.tsx';
import { useWords } from '../../components/ui/words.ts';
import type { ErrorCode } from '../../lib/errors.ts';

/** The popup when it could not be filled: what happened, and two ways on. */
export function FailedScreen({ errorCode }: { readonly errorCode: ErrorCode }) {
  const words = useWords();
  return (
    <MessageView errorCode={errorCode}>
      <div class="actions">
        <button
          type="button"
          class="button button-primary"
          autofocus
          onClick={() => location.reload()}
        >
          {words('codes_try_again')}
        </button>
        <a class="button" href="/options.html#help" target="_blank" rel="noopener">
          {words('codes_help')}
        </a>
      </div>
    </MessageView>
  );
}
