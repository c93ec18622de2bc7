import { GuideLink } from '../guide/guide-link.tsx';
import { Note } from '../ui/note.tsx';
import { TypedConfirmation } from '../ui/typed-confirmation.tsx';
import { useWords } from '../ui/words.ts';

interface StartOverSectionProps {
  readonly busy: boolean;
  readonly onStartOver: () => void;
}

/** Gives up every account: says what is lost, what the user does at each service first, and asks for a typed word. */
export function StartOverSection({ busy, onStartOver }: StartOverSectionProps) {
  const words = useWords();
  const word = words('repair_word');
  return (
    <section class="card">
      <h2>{words('lost_over')}</h2>
      <Note look="warning">
        <p>{words('lost_over_what')}</p>
      </Note>
      <p>{words('lost_over_first')}</p>
      <ul class="bulleted">
        <li>{words('lost_over_vms')}</li>
        <li>{words('lost_over_other')}</li>
      </ul>
      <p>
        {words('lost_over_then')} <GuideLink topic="cannot-unlock" />
      </p>
      <p>{words('lost_over_aside')}</p>
      <TypedConfirmation
        busy={busy}
        instruction={words('lost_over_type', word)}
        word={word}
        label={words('lost_over')}
        onConfirmed={onStartOver}
      />
    </section>
  );
}
