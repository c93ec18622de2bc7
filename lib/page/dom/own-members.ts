/** Node names of forms and documents; those of XHTML are in lower case. */
const MAY_BE_OVERRIDDEN = /^(?:form|#document)$/i;

/** The proxies of the forms and documents that were asked for so far. */
const facades = new WeakMap<object, object>();

/**
 * `node`, with the DOM's own members whatever the page calls its parts. The
 * controls of a form and the images, forms and frames of a document come before
 * the members of the same name (HTML, [LegacyOverrideBuiltIns]), for a content
 * script as well: `<input name="matches">` makes `form.matches` an element.
 */
export function ownMembers<Kind extends Node>(node: Kind): Kind {
  // Asked of every element of a page: the two checks below cost ten times as much. A part of that
  // name makes it an element, and no text.
  const nodeName: unknown = node.nodeName;
  if (typeof nodeName === 'string' && !MAY_BE_OVERRIDDEN.test(nodeName)) return node;
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
