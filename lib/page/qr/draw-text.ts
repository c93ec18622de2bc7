/** Characters that fill their cell or a part of it: 1 top left, 2 top right, 4 bottom left, 8 bottom right. */
const QUARTERS: ReadonlyMap<string, number> = new Map([
  ['█', 15],
  ['■', 15],
  ['#', 15],
  ['▀', 3],
  ['▄', 12],
  ['▌', 5],
  ['▐', 10],
  ['▘', 1],
  ['▝', 2],
  ['▖', 4],
  ['▗', 8],
  ['▚', 9],
  ['▞', 6],
  ['▙', 13],
  ['▛', 7],
  ['▜', 11],
  ['▟', 14],
]);

/** px of a module as drawn: what decoders like best. */
const MODULE_PX = 4;

/**
 * A code drawn by block characters, black on white: the fonts' gaps between the
 * lines, and cells that are taller than wide, are no part of it.
 */
export function drawText(lines: readonly string[]): OffscreenCanvas | undefined {
  const columns = Math.max(...lines.map((line) => line.trimEnd().length));
  const halves = lines.some((line) => /[^\s█■#▌▐]/u.test(line)) ? 2 : 1;
  const rows = lines.length * halves;
  // One, two or half a character a module: a code is square.
  const perModule = columns > 1.4 * rows ? 2 : columns < 0.7 * rows ? 0.5 : 1;
  const cell = { width: MODULE_PX / perModule, height: MODULE_PX * halves };
  const canvas = new OffscreenCanvas(columns * cell.width, lines.length * cell.height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return undefined;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#000';
  const [halfWidth, halfHeight] = [cell.width / 2, cell.height / 2];
  for (const [row, line] of lines.entries()) {
    for (const [column, character] of Array.from(line).entries()) {
      const quarters = QUARTERS.get(character) ?? 0;
      for (let part = 0; part < 4; part += 1) {
        if ((quarters & (1 << part)) === 0) continue;
        const left = column * cell.width + (part % 2) * halfWidth;
        const top = row * cell.height + (part >> 1) * halfHeight;
        context.fillRect(left, top, halfWidth, halfHeight);
      }
    }
  }
  return canvas;
}
