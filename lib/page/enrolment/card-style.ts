import {
  ACCENT,
  BAD,
  EDGE,
  GROUND,
  LINE,
  MUTED,
  ON_ACCENT,
  RAISED,
  TEXT,
} from '../visibility/colours.ts';
import { HOST_STYLE } from '../visibility/host-style.ts';

const MARK_STYLE = `
.mark { inline-size: 18px; block-size: 18px; }
.ground { fill: ${ACCENT}; }
.key { fill: ${ON_ACCENT}; }
@media (forced-colors: active) {
  .ground { fill: CanvasText; }
  .key { fill: Canvas; }
}`;

/**
 * The card's own sheet, for one direction of writing. Lengths are px: the page
 * may have changed what a rem is. There is no entry animation and no opacity:
 * both would make the card count as not truly visible. An empty hint takes no
 * room, but is there: with display: none no screen reader would know of it.
 */
export function cardStyle(direction: 'ltr' | 'rtl'): string {
  return `${HOST_STYLE}
:host {
  display: block !important;
  inset: ${direction === 'ltr' ? '12px 12px auto auto' : '12px auto auto 12px'} !important;
  inline-size: min(352px, calc(100vw - 24px)) !important;
  direction: ${direction} !important;
}
* { box-sizing: border-box; margin: 0; padding: 0; border: 0; font: inherit; color: inherit; }
.card {
  display: grid;
  gap: 12px;
  padding: 14px 16px 16px;
  border: 1px solid ${LINE};
  border-radius: 12px;
  background: ${GROUND};
  color: ${TEXT};
  box-shadow: 0 2px 6px rgb(0 0 0 / 14%), 0 12px 32px rgb(0 0 0 / 20%);
  font: 400 14px/1.45 system-ui, sans-serif;
  text-align: start;
  overflow-wrap: anywhere;
  user-select: none;
  -webkit-user-select: none;
}
header { display: flex; align-items: center; gap: 8px; min-block-size: 28px; color: ${MUTED}; font-size: 12px; }
${MARK_STYLE}
header .close { margin-inline-start: auto; margin-inline-end: -6px; }
.content { display: grid; gap: 4px; }
.title { font-weight: 600; font-size: 16px; line-height: 1.3; }
.card[data-tone='bad'] .title { color: ${BAD}; }
.account { font-weight: 500; }
.hint { color: ${MUTED}; }
.digits { user-select: text; -webkit-user-select: text; font-size: 26px; font-weight: 600; letter-spacing: .04em; font-variant-numeric: tabular-nums; direction: ltr; justify-self: start; }
.buttons { display: flex; flex-wrap: wrap; gap: 8px; }
.buttons:empty { display: none; }
.hint:empty { position: absolute; }
button {
  min-block-size: 36px;
  padding: 6px 14px;
  border: 1px solid ${EDGE};
  border-radius: 8px;
  background: ${GROUND};
  cursor: pointer;
  touch-action: manipulation;
}
button:hover { background: ${RAISED}; }
button:active { border-color: ${ACCENT}; }
button:focus-visible { outline: 3px solid ${ACCENT}; outline-offset: 2px; }
button.main { background: ${ACCENT}; border-color: ${ACCENT}; color: ${ON_ACCENT}; font-weight: 600; }
button.main:hover { text-decoration: underline; text-underline-offset: 3px; }
button[aria-disabled='true'] { cursor: progress; opacity: .6; }
button.close { min-block-size: 28px; min-inline-size: 28px; padding: 0; border-color: transparent; font-size: 18px; line-height: 1; }
@media (forced-colors: active) {
  .card { border: 2px solid CanvasText; }
  button.main { border-width: 3px; }
  button:focus-visible { outline-color: Highlight; }
}
@media print { :host { display: none !important; } }
`;
}
