import type { SimulatorConfig } from '../config.ts';
import type { Words } from '../lang/words.ts';

export interface ScreenField {
  readonly id: 'email' | 'password' | 'code';
  readonly label: string;
  /** How many digits a code has. */
  readonly digits?: number;
}

export interface ScreenCheckbox {
  readonly id: 'privacy' | 'trust';
  readonly label: string;
  /** 'needed' refuses the submit while it is not ticked. */
  readonly rule: 'needed' | 'optional';
}

interface ScreenLink {
  readonly label: string;
  readonly act: () => void;
}

export type ScreenValues = Readonly<Record<ScreenField['id'], string>> &
  Readonly<Record<ScreenCheckbox['id'], boolean>>;

/** One step of a log-in or enrolment, before any variant gives it its DOM. */
export interface Screen {
  readonly name:
    | 'sign-in'
    | 'code'
    | 'email-code'
    | 'chooser'
    | 'notice'
    | 'confirm'
    | 'password'
    | 'token'
    | 'done';
  readonly placement: 'page' | 'dialog';
  readonly title: string;
  readonly text: string;
  readonly fields: readonly ScreenField[];
  readonly checkboxes: readonly ScreenCheckbox[];
  readonly picture: HTMLElement | undefined;
  /** Label of the one primary button, or undefined when links do all. */
  readonly submit: string | undefined;
  readonly cancel: string | undefined;
  readonly links: readonly ScreenLink[];
  /** The error to show on this screen, or undefined when the flow moved on. */
  readonly onSubmit: (values: ScreenValues) => Promise<string | undefined>;
  readonly onCancel: () => void;
}

export interface DrawnScreen {
  close(): void;
}

export interface Page {
  readonly config: SimulatorConfig;
  readonly words: Words;
}

/** One way the page's markup could be: the question everything unknown comes down to. */
export interface Variant {
  draw(host: HTMLElement, screen: Screen, page: Page): Promise<DrawnScreen>;
}

/** A screen with nothing on it, to be spread over. */
export const blank = {
  placement: 'page',
  text: '',
  fields: [],
  checkboxes: [],
  picture: undefined,
  submit: undefined,
  cancel: undefined,
  links: [],
  onSubmit: () => Promise.resolve(undefined),
  onCancel: () => {},
} as const satisfies Partial<Screen>;
