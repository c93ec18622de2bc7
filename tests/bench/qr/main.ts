/**
 * npm run bench:qr -- [--seed N] [--per-class N] [--only NAME] [--misses] [--harder] [--folder DIR]
 * npm run bench:qr -- --pictures FOLDER (see picture-cases.ts)
 *
 * Draws enrolment pages with Chromium, then lets every decoder read the same
 * pictures and prints hit rates and times side by side. Times are of this
 * machine: read them as ratios within one run.
 */
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { RgbaPicture } from '../../../lib/qr/picture.ts';
import { decoders } from './decoders.ts';
import { makePictures, SIZES } from './make-pictures.ts';
import { runPictureCases } from './picture-cases.ts';
import { readPng, timed } from './pixels.ts';
import { printTable, type Outcome } from './table.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '20261122' },
    'per-class': { type: 'string', default: '8' },
    only: { type: 'string' },
    class: { type: 'string' },
    misses: { type: 'boolean', default: false },
    folder: { type: 'string' },
    harder: { type: 'boolean', default: false },
    pictures: { type: 'string' },
  },
});
const seed = Number(values.seed);
const perClass = Number(values['per-class']);
const kind = values.harder ? 'harder' : 'usual';
const folder =
  values.folder ?? path.join(tmpdir(), 'nightlatch-bench-qr', `${seed}-${perClass}-${kind}`);

/** White behind what is transparent, for decoders that do not look at alpha. */
function onWhite({ width, height, data }: RgbaPicture): RgbaPicture {
  const opaque = new Uint8ClampedArray(data);
  for (let at = 0; at < opaque.length; at += 4) {
    const alpha = opaque[at + 3] ?? 255;
    if (alpha === 255) continue;
    for (let channel = at; channel < at + 3; channel += 1) {
      opaque[channel] = 255 + (((opaque[channel] ?? 0) - 255) * alpha) / 255;
    }
    opaque[at + 3] = 255;
  }
  return { width, height, data: opaque };
}

function read(file: string): RgbaPicture {
  return readPng(path.join(folder, file));
}

async function runDrawn(): Promise<void> {
  const chosen = Object.entries(decoders).filter(
    ([name]) => values.only === undefined || values.only.split(',').includes(name),
  );
  process.stdout.write(`drawing or finding pictures of seed ${seed} in ${folder}\n`);
  const all = await makePictures(folder, seed, perClass, kind);
  const pictures = all.filter(
    ({ className }) => values.class === undefined || className === values.class,
  );
  const outcomes: Outcome[] = [];
  // One round unmeasured, so that nobody pays for being compiled.
  for (const picture of pictures.slice(0, 8)) {
    for (const [, decode] of chosen) await decode(onWhite(read(picture.element)));
  }
  for (const picture of pictures) {
    for (const view of ['element', 'full'] as const) {
      const raw = read(picture[view]);
      const white = onWhite(raw);
      for (const [name, decode] of chosen) {
        const { texts, ms } = await timed(() => decode(name === 'ours' ? raw : white));
        const known = view === 'full' ? [picture.text, ...picture.others] : [picture.text];
        const hit = texts.includes(picture.text);
        const wrong = texts.filter((text) => !known.includes(text));
        if (values.misses && (!hit || wrong.length > 0)) {
          process.stdout.write(
            `${name} ${view} ${picture[view]} ${hit ? '' : 'missed'} ${wrong.join(' ')} ${ms.toFixed(0)} ms\n`,
          );
        }
        outcomes.push({
          decoder: name,
          view,
          className: picture.className,
          width: picture.width,
          hit,
          all: known.every((text) => texts.includes(text)),
          wrong: wrong.length,
          ms,
        });
      }
    }
  }
  printTable(
    outcomes,
    SIZES.map(([width]) => width),
  );
}

if (values.pictures === undefined) await runDrawn();
else await runPictureCases(values.pictures);
