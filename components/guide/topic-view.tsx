import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Topic, TopicSection } from '../../lib/guide/topic.ts';
import { BackLink } from '../ui/back-link.tsx';
import { useWords } from '../ui/words.ts';
import { TopicList } from './guide-view.tsx';

function Section({ heading, text = [], steps = [], points = [] }: TopicSection) {
  return (
    <section>
      {heading !== undefined && <h2>{heading}</h2>}
      {steps.length > 0 && (
        <ol>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
      {points.length > 0 && (
        <ul class="points">
          {points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      )}
      {text.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </section>
  );
}

interface TopicViewProps {
  readonly topic: Topic;
  readonly related: readonly Topic[];
}

/** One topic. Its title takes the focus, so that a screen reader says what has come. */
export function TopicView({ topic, related }: TopicViewProps) {
  const words = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [topic]);
  return (
    <main>
      <BackLink href="#" label={words('guide_all')} />
      {/* The text is English until it is translated; a screen reader then speaks it as such. */}
      <article class="guide-topic" lang="en" dir="ltr">
        <h1 ref={heading} tabIndex={-1}>
          {topic.title}
        </h1>
        <p class="hint">{topic.lead}</p>
        {topic.sections.map((section, place) => (
          <Section key={place} {...section} />
        ))}
      </article>
      {related.length > 0 && (
        <section>
          <h2>{words('guide_related')}</h2>
          <TopicList topics={related} label={words('guide_related')} />
        </section>
      )}
    </main>
  );
}
