/** A part of a topic. Steps are followed in their order, points are not. */
export interface TopicSection {
  readonly heading?: string;
  readonly text?: readonly string[];
  readonly steps?: readonly string[];
  readonly points?: readonly string[];
}

/**
 * Help with one question, written so that it helps without a network. Its text
 * stands in its own file, not in the catalogue of messages: it is translated as
 * a whole, and only the page of the guide carries it.
 */
export interface Topic {
  /** Names the topic in an address: guide.html#code-rejected. */
  readonly id: string;
  /** trouble: something does not work. task: something to be done. system: a product and its second factor. */
  readonly group: 'trouble' | 'task' | 'system';
  readonly title: string;
  /** One sentence that says whether this is the right topic. */
  readonly lead: string;
  /** Words that people search for and that the text does not have. */
  readonly keywords: readonly string[];
  readonly sections: readonly TopicSection[];
  /** Ids of topics that help further. */
  readonly related: readonly string[];
}
