/** The proxies of the forms and documents that were asked for so far. */
const facades = new WeakMap<object, object>();

/**
 * `node`, with the DOM's own members whatever the page calls its parts. The
 * controls of a form and the images, forms and frames of a document come before
 * the members of the same name (HTML, [LegacyOverrideBuiltIns]), for a content
 * script as well: `<input name="matches">` makes `form.matches` an element.
 */
export function ownMembers<Kind extends Node>(node: Kind): Kind {
  if (!(node instanceof HTMLFormElement || node instanceof Document)) return node;
  const known = facades.get(node);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- made below, of this very node
  if (known) return known as Kind;
  const prototype: object = Object.getPrototypeOf(node);
  const facade = new Proxy(node, {
    get(target, name) {
      const value: unknown = Reflect.get(prototype, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  facades.set(node, facade);
  return facade;
}
