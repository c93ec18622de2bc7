/** The key of our icon, whose bow is a moon; the same drawing as public/icon/source.svg. */
const KEY =
  'M44 32a32 32 0 1 0 30.5 41.6H86v15.4h12V73.6h14V58H75.4A32 32 0 0 0 44 32Zm8 12a20 20 0 1 1-.01 0Z';

/** The icon beside a heading, which says the name: the drawing is decoration. */
export function Mark() {
  return (
    <svg class="brand" viewBox="4 4 120 120" aria-hidden="true">
      <rect class="brand-ground" x="4" y="4" width="120" height="120" rx="30" />
      <path class="brand-key" fill-rule="evenodd" d={KEY} />
    </svg>
  );
}
