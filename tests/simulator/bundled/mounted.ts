import { drawPlain, type CodeControl } from '../client/draw-plain.ts';
import type { ScreenField, Variant } from '../client/screen.ts';

export interface MountedField {
  readonly host: HTMLElement;
  readonly field: ScreenField;
  readonly digits: number;
  /** To be told of every change of the library's own model. */
  readonly onValue: (value: string) => void;
  /** To be called by fields that send themselves. */
  readonly submit: () => void;
}

/**
 * A page whose code field is a component of a library. What is sent is the
 * component's model, never what stands in the DOM: a value the library did not
 * notice is a value that is not there. `mount` is called anew to clear it.
 */
export function mountedVariant(mount: (field: MountedField) => void): Variant {
  return {
    draw: (host, screen, page) =>
      Promise.resolve(
        drawPlain(host, screen, page, {
          codeControl: (field, submit): CodeControl => {
            const node = document.createElement('div');
            let value = '';
            const show = (): void => {
              const inner = document.createElement('div');
              node.replaceChildren(inner);
              value = '';
              mount({
                host: inner,
                field,
                digits: field.digits ?? 6,
                submit,
                onValue: (next) => {
                  value = next;
                },
              });
            };
            show();
            return { node, value: () => value, clear: show };
          },
        }),
      ),
  };
}
