import { ACCENT, EDGE, GROUND, ON_ACCENT, RAISED, TEXT, WARN } from '../visibility/colours.ts';
import { HOST_STYLE } from '../visibility/host-style.ts';

/** The badge's own sheet. Its place by the field is set in the first rule, the one of HOST_STYLE. */
export const BADGE_STYLE = `${HOST_STYLE}
:host {
  width: max-content !important;
  max-width: calc(100vw - 8px) !important;
  direction: inherit;
}
:host([data-note]) { pointer-events: none !important; }
div, button {
  font: 500 12px/1.3 system-ui, sans-serif;
  letter-spacing: normal;
  display: flex;
  align-items: center;
  gap: 6px;
  box-sizing: border-box;
  min-height: 26px;
  max-width: 100%;
  padding: 2px 10px 2px 4px;
  border: 1px solid ${EDGE};
  border-radius: 13px;
  background: ${GROUND};
  color: ${TEXT};
  box-shadow: 0 1px 4px rgb(0 0 0 / .18);
  text-align: start;
  user-select: none;
  -webkit-user-select: none;
}
:host(:dir(rtl)) div, :host(:dir(rtl)) button { padding: 2px 4px 2px 10px; }
button { cursor: pointer; }
button.unready { cursor: progress; }
button:hover { background: ${RAISED}; }
button:focus-visible { outline: 2px solid ${ACCENT}; outline-offset: 1px; }
svg { flex: none; width: 16px; height: 16px; }
.ground { fill: ${ACCENT}; }
.key { fill: ${ON_ACCENT}; }
.warning { border-color: ${WARN}; }
.warning svg { color: ${WARN}; }
.filled { animation: settle .4s ease-out 5s forwards; overflow: hidden; }
@keyframes settle { to { max-width: 26px; padding-inline: 4px; color: transparent; } }
.filled { max-width: 320px; white-space: nowrap; }
@media (prefers-reduced-motion: reduce) { .filled { animation-duration: 1ms; } }
@media (forced-colors: active) { div, button { border-color: CanvasText; } svg { color: CanvasText; } .ground { fill: CanvasText; } .key { fill: Canvas; } }
`;
