import type { App, VNode } from 'vue';
import { vueLibrary } from './libraries.ts';
import type {
  DrawnScreen,
  Page,
  Screen,
  ScreenCheckbox,
  ScreenField,
  ScreenValues,
} from './screen.ts';

interface VueModel {
  readonly email: string;
  readonly password: string;
  readonly code: string;
  readonly privacy: boolean;
  readonly trust: boolean;
}

/** What a component library contributes; `set` is its `update:modelValue` or `update:value`. */
export interface VueStyle {
  field(field: ScreenField, value: string, set: (value: string) => void): VNode;
  checkbox(checkbox: ScreenCheckbox, value: boolean, set: (value: boolean) => void): VNode;
  button(label: string, act: () => void, busy: boolean): VNode;
  form(model: VueModel, children: () => VNode[]): VNode;
  dialog(title: string, onCancel: () => void, children: () => VNode[]): VNode;
}

/** Draws a screen as one Vue app, with the model bound as the library's users bind it. */
export async function drawVue(
  host: HTMLElement,
  screen: Screen,
  page: Page,
  style: VueStyle,
): Promise<DrawnScreen> {
  const { createApp, h, nextTick, reactive, ref } = vueLibrary();
  const mount = document.createElement('div');
  host.append(mount);
  const first = { email: '', password: '', code: '', privacy: false, trust: false };
  const model = reactive<{ -readonly [K in keyof ScreenValues]: ScreenValues[K] }>(first);
  const error = ref('');
  const busy = ref(false);
  const send = async (): Promise<void> => {
    if (busy.value) return;
    if (screen.checkboxes.some(({ id, rule }) => rule === 'needed' && !model[id])) return;
    busy.value = true;
    error.value = '';
    const message = await screen.onSubmit({ ...model });
    busy.value = false;
    error.value = message ?? '';
    if (message !== undefined && page.config.wrongCode === 'cleared') model.code = '';
  };
  const submit = (): void => void send();
  const content = (): VNode[] => [
    h('p', screen.text),
    ...(screen.picture === undefined ? [] : [pictureNode(screen.picture)]),
    style.form(model, () => [
      ...screen.fields.map((field) =>
        style.field(field, model[field.id], (value) => {
          model[field.id] = value;
        }),
      ),
      ...screen.checkboxes.map((checkbox) =>
        style.checkbox(checkbox, model[checkbox.id], (value) => {
          model[checkbox.id] = value;
        }),
      ),
      ...(error.value === '' ? [] : [h('div', { class: 'sim-error', role: 'alert' }, error.value)]),
      ...(screen.submit === undefined ? [] : [style.button(screen.submit, submit, busy.value)]),
    ]),
    h('div', { class: 'sim-links' }, [
      ...screen.links.map(({ label, act }) => h('a', { onClick: act }, label)),
      ...(screen.cancel === undefined
        ? []
        : [h('a', { class: 'sim-cancel', onClick: screen.onCancel }, screen.cancel)]),
    ]),
  ];
  const pictureNode = (picture: HTMLElement): VNode =>
    h('div', {
      ref: (node: unknown) => {
        if (node instanceof HTMLElement && !node.contains(picture)) node.append(picture);
      },
    });
  const onKeydown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && event.isTrusted) submit();
  };
  const app: App = createApp({
    render: () =>
      screen.placement === 'dialog'
        ? style.dialog(screen.title, screen.onCancel, () => [h('div', { onKeydown }, content())])
        : h('div', { onKeydown }, [h('h2', screen.title), ...content()]),
  });
  app.mount(mount);
  await nextTick();
  return {
    close: () => {
      app.unmount();
      mount.remove();
    },
  };
}
