/**
 * The card's own sheet. In a shadow tree `!important` on `:host` wins over the
 * page's inline `!important` and its animations (CSS Cascade 5, 8.3). Lengths
 * are px: the page may have changed what a rem is. No entry animation and no
 * opacity: both would make the card count as not truly visible.
 */
export const CARD_STYLE = `
:host {
  all: initial !important;
  display: block !important;
  position: fixed !important;
  inset: 12px 12px auto auto !important;
  inline-size: min(352px, calc(100vw - 24px)) !important;
  block-size: auto !important;
  max-block-size: none !important;
  margin: 0 !important;
  padding: 0 !important;
  border: 0 !important;
  overflow: visible !important;
  background: none !important;
  z-index: 2147483647 !important;
  visibility: visible !important;
  opacity: 1 !important;
  transform: none !important;
  filter: none !important;
  clip-path: none !important;
  mask: none !important;
  mix-blend-mode: normal !important;
  pointer-events: auto !important;
  transition: none !important;
  animation: none !important;
  color-scheme: light dark !important;
}
:host([dir='rtl']) { inset: 12px auto auto 12px !important; }
:host::before, :host::after { content: none !important; }
/* IntersectionObserver v2 takes even a clear backdrop for a cover: ours would hide the chip. */
:host::backdrop { display: none !important; }
:host(:not(:popover-open)) { display: none !important; }
* { box-sizing: border-box; margin: 0; padding: 0; border: 0; font: inherit; color: inherit; }
.card {
  --accent: light-dark(#0b5a86, #86c9f2);
  --on-accent: light-dark(#ffffff, #06222f);
  --ground: light-dark(#ffffff, #14181b);
  --raised: light-dark(#f4f6f7, #1d2327);
  --text: light-dark(#14191d, #eef2f4);
  --muted: light-dark(#53606a, #a7b3bb);
  --line: light-dark(#d5dce0, #343d43);
  --edge: light-dark(#7a8790, #7f8c95);
  --bad: light-dark(#a8201a, #ff9c93);
  display: grid;
  gap: 12px;
  padding: 14px 16px 16px;
  border: 1px solid var(--line);
  border-radius: 12px;
  background: var(--ground);
  color: var(--text);
  box-shadow: 0 2px 6px rgb(0 0 0 / 14%), 0 12px 32px rgb(0 0 0 / 20%);
  font: 400 14px/1.45 system-ui, sans-serif;
  text-align: start;
  overflow-wrap: anywhere;
  user-select: text;
  -webkit-user-select: text;
}
header { display: flex; align-items: center; gap: 8px; color: var(--muted); font-size: 12px; }
header svg { inline-size: 16px; block-size: 16px; fill: none; stroke: var(--accent); stroke-width: 2; }
header .close { margin-inline-start: auto; margin-inline-end: -6px; }
.content { display: grid; gap: 4px; }
.title { font-weight: 600; font-size: 16px; line-height: 1.3; }
.card[data-tone='bad'] .title { color: var(--bad); }
.account { font-weight: 500; }
.hint { color: var(--muted); }
.digits { font-size: 26px; font-weight: 600; letter-spacing: .04em; font-variant-numeric: tabular-nums; direction: ltr; justify-self: start; }
.buttons { display: flex; flex-wrap: wrap; gap: 8px; }
.buttons:empty { display: none; }
button {
  min-block-size: 36px;
  padding: 6px 14px;
  border: 1px solid var(--edge);
  border-radius: 8px;
  background: var(--ground);
  cursor: pointer;
  touch-action: manipulation;
}
button:hover { background: var(--raised); }
button:active { border-color: var(--accent); }
button:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
button.main { background: var(--accent); border-color: var(--accent); color: var(--on-accent); font-weight: 600; }
button.main:hover { text-decoration: underline; text-underline-offset: 3px; }
button[aria-disabled='true'] { cursor: progress; opacity: .6; }
button.close { min-block-size: 28px; min-inline-size: 28px; padding: 0; border-color: transparent; font-size: 18px; line-height: 1; }
@media (forced-colors: active) {
  .card { border: 2px solid CanvasText; }
  header svg { stroke: CanvasText; }
  button.main { border-width: 3px; }
  button:focus-visible { outline-color: Highlight; }
}
@media print { :host { display: none !important; } }
`;
