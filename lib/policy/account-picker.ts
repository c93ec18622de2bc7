import * as v from 'valibot';

/** Our window in which the user chooses an account, and the one prompt it is for. */
export interface OpenPicker {
  readonly windowId: number;
  readonly promptId: string;
  readonly tabId: number;
}

/** What may happen while the window is open. */
export type PickerEvent =
  | { readonly kind: 'locked' }
  /** The prompt left its page, or had a code by another way. */
  | { readonly kind: 'prompt-over'; readonly promptId: string }
  | { readonly kind: 'tab-closed'; readonly tabId: number }
  | { readonly kind: 'window-closed'; readonly windowId: number };

/** Whether nothing is left to choose after `event`. Events of other prompts and tabs change nothing. */
export function isEndedBy(picker: OpenPicker, event: PickerEvent): boolean {
  switch (event.kind) {
    case 'locked':
      return true;
    case 'prompt-over':
      return event.promptId === picker.promptId;
    case 'tab-closed':
      return event.tabId === picker.tabId;
    case 'window-closed':
      return event.windowId === picker.windowId;
  }
  return event satisfies never;
}

const schema = v.object({ windowId: v.number(), promptId: v.string(), tabId: v.number() });

export function parseOpenPicker(value: unknown): OpenPicker | undefined {
  const result = v.safeParse(schema, value);
  return result.success ? result.output : undefined;
}
