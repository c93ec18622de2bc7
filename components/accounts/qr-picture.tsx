import type { QrModules } from '../../lib/protocol/views.ts';
import { useWords } from '../ui/words.ts';

/** The width, in modules, of the light border around the symbol (ISO/IEC 18004 asks for 4). */
const QUIET_ZONE = 4;

/** A QR code, black on white in every theme: phones do not read it otherwise. */
export function QrPicture({ size, rows }: QrModules) {
  const words = useWords();
  const edge = size + 2 * QUIET_ZONE;
  const path = rows
    .flatMap((row, y) =>
      row.map((dark, x) => (dark ? `M${x + QUIET_ZONE} ${y + QUIET_ZONE}h1v1h-1z` : '')),
    )
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
