import { plain, scene, styled, type Make } from './classes.ts';
import type { CodeSpec } from './code.ts';
import type { Random } from './random.ts';

/** Modules a side, with the margin that is drawn. */
function modulesOf({ rows, margin }: CodeSpec): number {
  return rows.length + 2 * margin;
}

/** Wide enough that a module has so many CSS pixels. */
function sized(code: CodeSpec, modulePixels: number): CodeSpec {
  return { ...code, cssWidth: modulesOf(code) * modulePixels };
}

function photographed(random: Random, text: string): CodeSpec {
  const [x, y] = [random.between(-16, 16), random.between(-16, 16)];
  return {
    ...sized(plain(random, text), random.between(3.2, 4.2)),
    element: random.pick(['canvas', 'img']),
    css:
      `transform:perspective(900px) rotateX(${x}deg) rotateY(${y}deg) rotateZ(${random.between(-6, 6)}deg);` +
      `filter:blur(${random.between(0.2, 0.7)}px) contrast(${random.between(0.6, 0.95)})`,
  };
}

/** What decoders miss more often: of each kind only what error correction can make good. */
export const harderClasses: Readonly<Record<string, Make>> = {
  tiny: (random, text) => {
    const element = random.pick<CodeSpec['element']>(['canvas', 'img', 'svg']);
    return scene(sized({ ...plain(random, text), element }, random.between(1.8, 2.4)));
  },
  'styled, with a logo': (random, text) => {
    const { code } = styled(random, text);
    return scene({ ...code, ...plainRows(random, text), logo: random.between(0.12, 0.2) });
  },
  stretched: (random, text) =>
    scene({
      ...plain(random, text),
      css: `transform:scale(1,${random.between(1.2, 1.45)});transform-origin:0 0`,
    }),
  photographed: (random, text) => scene(photographed(random, text)),
  'covered at the side': (random, text) =>
    scene(sized(plain(random, text, 'H'), random.between(3, 5)), { extras: ['tooltip'] }),
  'see-through tooltip': (random, text) =>
    scene(sized(plain(random, text), random.between(3, 5)), { extras: ['veil'] }),
  'under a header': (random, text) =>
    scene(sized(plain(random, text, random.pick(['M', 'Q', 'H'])), random.between(3, 5)), {
      extras: ['header'],
    }),
  'drawn as text': (random, text) =>
    scene({ ...plain(random, text), element: 'text', margin: 0, cssWidth: random.whole(8, 11) }),
};

function plainRows(random: Random, text: string): Pick<CodeSpec, 'rows'> {
  return { rows: plain(random, text, 'H').rows };
}
