import type { QrVariant } from './qr-variant.ts';

const BLOCKS = [' ', '▀', '▄', '█'] as const;

/** Half-block characters in a `<pre>`, as command lines print a code; the line height leaves gaps. */
export const variant: QrVariant = {
  draw: (host, { modules, sizePx }) => {
    const pre = document.createElement('pre');
    const lines = Array.from({ length: Math.ceil(modules.length / 2) }, (_line, at) =>
      Array.from(modules[2 * at] ?? '', (upper, column) => {
        const lower = modules[2 * at + 1]?.[column];
        return BLOCKS[(upper === '1' ? 1 : 0) + (lower === '1' ? 2 : 0)] ?? ' ';
      }).join(''),
    );
    pre.textContent = lines.join('\n');
    // A character is about 0.6 em wide.
    pre.style.cssText = `font:${sizePx / modules.length / 0.6}px/1.3 monospace;margin:16px 0`;
    host.append(pre);
  },
};
