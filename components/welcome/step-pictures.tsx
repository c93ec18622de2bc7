import type { ComponentChildren } from 'preact';

/** A drawing of a page; the words beside it say the same, so it is decoration. */
function Picture({ children }: { readonly children: ComponentChildren }) {
  return (
    <svg class="step-picture" viewBox="0 0 200 112" aria-hidden="true">
      <rect class="pic-page" x="1" y="1" width="198" height="110" rx="8" />
      <path class="pic-line" d="M1 20h198" />
      <circle class="pic-dot" cx="12" cy="10.5" r="3" />
      <circle class="pic-dot" cx="22" cy="10.5" r="3" />
      <rect class="pic-field" x="34" y="6" width="120" height="9" rx="4.5" />
      {children}
    </svg>
  );
}

/** The page of an account: two-factor authentication is switched on. */
export function SwitchPicture() {
  return (
    <Picture>
      <rect class="pic-field" x="12" y="32" width="44" height="66" rx="4" />
      <rect class="pic-field" x="68" y="34" width="70" height="8" rx="4" />
      <rect class="pic-field" x="68" y="50" width="50" height="6" rx="3" />
      <rect class="pic-accent" x="148" y="33" width="34" height="18" rx="9" />
      <circle class="pic-knob" cx="173" cy="42" r="6.5" />
      <rect class="pic-field" x="68" y="74" width="114" height="8" rx="4" />
      <rect class="pic-field" x="68" y="88" width="80" height="6" rx="3" />
    </Picture>
  );
}

/** A QR code in the page, and the card with its one button. */
export function CardPicture() {
  return (
    <Picture>
      <path
        class="pic-ink"
        d="M16 34h20v20H16zM20 38v12h12V38zM24 42h4v4h-4zM52 34h20v20H52zM56 38v12h12V38zM60 42h4v4h-4zM16 70h20v20H16zM20 74v12h12V74zM24 78h4v4h-4zM42 34h4v8h-4zM42 48h4v8h-4zM46 58h8v4h-8zM16 58h8v4h-8zM30 58h8v4h-8zM42 66h8v4h-8zM58 58h4v8h-4zM68 58h4v8h-4zM54 72h8v4h-8zM46 78h4v12h-4zM66 72h6v8h-6zM56 82h6v8h-6zM68 86h4v4h-4z"
      />
      <rect class="pic-card" x="92" y="28" width="96" height="66" rx="7" />
      <rect class="pic-field" x="102" y="37" width="58" height="7" rx="3.5" />
      <rect class="pic-field" x="102" y="50" width="74" height="5" rx="2.5" />
      <rect class="pic-accent" x="102" y="68" width="76" height="17" rx="5" />
      <rect class="pic-on-accent" x="118" y="74" width="44" height="5" rx="2.5" />
      <path class="pic-pointer" d="m160 80 6 19 4.5-6 7 7 4-4-7-7 6-4.5z" />
    </Picture>
  );
}

/** The field for the code, filled, and the page's own button. */
export function FilledPicture() {
  return (
    <Picture>
      <rect class="pic-field" x="60" y="32" width="80" height="7" rx="3.5" />
      {[0, 1, 2, 3, 4, 5].map((place) => (
        <g key={place}>
          <rect class="pic-box" x={32 + place * 23.5} y="46" width="19" height="23" rx="4" />
          <circle class="pic-digit" cx={41.5 + place * 23.5} cy="57.5" r="4" />
        </g>
      ))}
      <rect class="pic-accent" x="66" y="80" width="68" height="19" rx="5" />
      <path class="pic-check" d="m92 89.5 5 5 10-10" />
    </Picture>
  );
}
