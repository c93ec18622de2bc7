import { useWords } from '../ui/words.ts';

/** Modules around the symbol that stay light (ISO/IEC 18004 asks for 4). */
const QUIET = 4;

interface QrPictureProps {
  readonly size: number;
  /** Row by row; true is dark. */
  readonly rows: readonly (readonly boolean[])[];
}

/** A QR code: black on white whatever the theme, or phones will not read it. */
export function QrPicture({ size, rows }: QrPictureProps) {
  const words = useWords();
  const edge = size + 2 * QUIET;
  const path = rows
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : '')))
    .join('');
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${edge} ${edge}`}
      role="img"
      aria-label={words('accounts_qr_label')}
      shape-rendering="crispEdges"
    >
      <rect width={edge} height={edge} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
}
