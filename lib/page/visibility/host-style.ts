import { TEXT } from './colours.ts';

/**
 * The part of a style sheet that keeps a page from changing how our element
 * looks. In a shadow tree `!important` on `:host` wins over the page's inline
 * `!important` and its animations (CSS Cascade 5, 8.3), and `all: initial` cuts
 * off whatever would be inherited.
 *
 * Custom properties are not among `all`, and a page may register any name by
 * CSS.registerProperty with another syntax or without inheritance: our sheets
 * use none. Highlights are inherited from the page's elements by another way
 * (CSS Pseudo-Elements 4, 3.6), so that their colours are set here as well.
 */
export const HOST_STYLE = `
:host {
  all: initial !important;
  position: fixed !important;
  z-index: 2147483647 !important;
  color-scheme: light dark !important;
  unicode-bidi: isolate !important;
}
:host(:not(:popover-open)) { display: none !important; }
:host::before, :host::after, :host::marker { content: none !important; }
/* IntersectionObserver v2 takes even a clear backdrop for a cover of what else is ours. */
:host::backdrop { display: none !important; }
${['selection', 'target-text', 'search-text', 'spelling-error', 'grammar-error']
  .map(
    (name) => `*::${name} {
  color: ${TEXT} !important;
  background: light-dark(#b9d9f5, #2b5878) !important;
  text-decoration: none !important;
  text-shadow: none !important;
  -webkit-text-fill-color: currentColor !important;
  -webkit-text-stroke: 0 !important;
}`,
  )
  .join('\n')}
`;
