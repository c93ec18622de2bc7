type Attributes = Readonly<Record<string, string | number | boolean>>;

/** An element with attributes (`true` = present, `false` = absent) and children. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) made.setAttribute(name, value === true ? '' : String(value));
  }
  made.append(...children);
  return made;
}

export function onClick<T extends HTMLElement>(target: T, act: () => void): T {
  target.addEventListener('click', (event) => {
    event.preventDefault();
    act();
  });
  return target;
}
