import { element, onClick } from './element.ts';
import type { DrawnScreen, Page, Screen, ScreenField, ScreenValues } from './screen.ts';

/** The code field of a variant: how it looks, what it holds. */
export interface CodeControl {
  readonly node: HTMLElement;
  value(): string;
  clear(): void;
}

export interface PlainStyle {
  /** `submit` is for fields that send themselves when they are full. */
  readonly codeControl: (field: ScreenField, submit: () => void) => CodeControl;
  /** Element around a labelled input; default a plain div. */
  readonly wrap?: (field: ScreenField, label: string, control: HTMLElement) => HTMLElement;
  /** The primary button; default `<button type="button">`. */
  readonly button?: (label: string) => HTMLElement;
  /** Element that holds the whole form; default a div. */
  readonly form?: () => HTMLElement;
  /** Where in its place the form goes, say a shadow root; default the place itself. */
  readonly mount?: (place: HTMLElement) => HTMLElement;
  /** Further class of a dialog. */
  readonly dialogClass?: string;
}

function wrapPlain(_field: ScreenField, label: string, control: HTMLElement): HTMLElement {
  return element('div', { class: 'sim-field' }, element('span', {}, label), control);
}

/** Draws a screen without any library; each variant says what is special about it. */
export function drawPlain(
  host: HTMLElement,
  screen: Screen,
  page: Page,
  style: PlainStyle,
): DrawnScreen {
  const error = element('p', { class: 'sim-error', role: 'alert' });
  const controls = new Map<string, CodeControl>();
  const ticks = new Map<string, HTMLInputElement>();
  let state: 'ready' | 'sending' = 'ready';
  const values = (): ScreenValues => ({
    email: controls.get('email')?.value() ?? '',
    password: controls.get('password')?.value() ?? '',
    code: controls.get('code')?.value() ?? '',
    privacy: ticks.get('privacy')?.checked ?? false,
    trust: ticks.get('trust')?.checked ?? false,
  });
  const send = async (): Promise<void> => {
    if (state === 'sending') return;
    if (screen.checkboxes.some(({ id, rule }) => rule === 'needed' && !ticks.get(id)?.checked))
      return;
    state = 'sending';
    error.textContent = '';
    const message = await screen.onSubmit(values());
    state = 'ready';
    error.textContent = message ?? '';
    if (message !== undefined && page.config.wrongCode === 'cleared') controls.get('code')?.clear();
  };
  const submit = (): void => void send();
  const fieldNode = (field: ScreenField): HTMLElement => {
    const control =
      field.id === 'code'
        ? style.codeControl(field, submit)
        : textInput({
            type: field.id === 'password' ? 'password' : 'text',
            placeholder: field.label,
          });
    controls.set(field.id, control);
    control.node.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && event.isTrusted) submit();
    });
    return (style.wrap ?? wrapPlain)(field, field.label, control.node);
  };
  const tickNode = (id: string, label: string): HTMLElement => {
    const box = element('input', { type: 'checkbox', name: id });
    ticks.set(id, box);
    return element('label', {}, box, ` ${label}`);
  };
  const primary =
    screen.submit === undefined
      ? []
      : [style.button?.(screen.submit) ?? plainButton(screen.submit)];
  for (const node of primary) {
    const target = node.querySelector<HTMLElement>('a, button') ?? node;
    onClick(target, submit);
  }
  const form = style.form?.() ?? element('div');
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });
  form.append(
    element('h2', {}, screen.title),
    element('p', {}, screen.text),
    ...(screen.picture === undefined ? [] : [screen.picture]),
    ...screen.fields.map(fieldNode),
    ...screen.checkboxes.map(({ id, label }) => tickNode(id, label)),
    error,
    ...primary,
    linkRow(screen),
  );
  const isDialog = screen.placement === 'dialog';
  const dialogClass = `sim-dialog ${style.dialogClass ?? ''}`;
  const place = element('div', isDialog ? { class: dialogClass, role: 'dialog' } : {});
  (style.mount?.(place) ?? place).append(form);
  (isDialog ? document.body : host).append(place);
  return { close: () => place.remove() };
}

function plainButton(label: string): HTMLElement {
  return element('button', { type: 'button', class: 'sim-primary' }, label);
}

function linkRow(screen: Screen): HTMLElement {
  const links = screen.links.map(({ label, act }) =>
    onClick(element('a', { href: '#' }, label), act),
  );
  const cancel =
    screen.cancel === undefined
      ? []
      : [onClick(element('a', { href: '#', class: 'sim-cancel' }, screen.cancel), screen.onCancel)];
  return element('div', { class: 'sim-links' }, ...links, ...cancel);
}

/** One input; its clearing does not fire events, as a framework's would not. */
export function textInput(attributes: Readonly<Record<string, string | number>>): CodeControl {
  const node = element('input', attributes);
  return {
    node,
    value: () => node.value,
    clear: () => {
      node.value = '';
    },
  };
}
