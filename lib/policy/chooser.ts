import * as v from 'valibot';

/** Our window in which the user chooses an account, and the one prompt it is for. */
export interface Chooser {
  readonly windowId: number;
  readonly promptId: string;
  readonly tabId: number;
}

/** What happens while the window is open. */
export type Happening =
  | { readonly kind: 'locked' }
  /** The prompt left its page, or had a code by another way. */
  | { readonly kind: 'prompt-over'; readonly promptId: string }
  | { readonly kind: 'tab-closed'; readonly tabId: number }
  | { readonly kind: 'window-closed'; readonly windowId: number };

/** Whether there is nothing left to choose. What happens to other prompts and tabs ends nothing. */
export function isEndedBy(chooser: Chooser, happening: Happening): boolean {
  switch (happening.kind) {
    case 'locked':
      return true;
    case 'prompt-over':
      return happening.promptId === chooser.promptId;
    case 'tab-closed':
      return happening.tabId === chooser.tabId;
    case 'window-closed':
      return happening.windowId === chooser.windowId;
  }
  return happening satisfies never;
}

const schema = v.object({ windowId: v.number(), promptId: v.string(), tabId: v.number() });

export function parseChooser(value: unknown): Chooser | undefined {
  const result = v.safeParse(schema, value);
  return result.success ? result.output : undefined;
}
