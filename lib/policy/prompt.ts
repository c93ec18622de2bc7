import * as v from 'valibot';

/** A 2FA prompt a page reported, in one document. */
export interface Prompt {
  readonly tabId: number;
  readonly frameId: number;
  readonly documentId?: string;
  readonly origin: string;
  readonly siteId: string;
  readonly seenMs: number;
  /**
   * waiting: nothing was given yet. locked: the latch button shows. served: one
   * code was given. refused: the page would not have it. A prompt is served once
   * by itself; after that only an act of the user in our popup may serve it.
   */
  readonly state: 'waiting' | 'locked' | 'served' | 'refused';
  /** Who the last code was of. */
  readonly accountId?: string;
}

const schema = v.object({
  tabId: v.number(),
  frameId: v.number(),
  documentId: v.exactOptional(v.string()),
  origin: v.string(),
  siteId: v.string(),
  seenMs: v.number(),
  state: v.picklist(['waiting', 'locked', 'served', 'refused']),
  accountId: v.exactOptional(v.string()),
});

export function parsePrompt(value: unknown): Prompt | undefined {
  const result = v.safeParse(schema, value);
  return result.success ? result.output : undefined;
}
