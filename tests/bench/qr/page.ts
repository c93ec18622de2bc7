import qrcodeGenerator from 'qrcode-generator';
import type { Scene } from './classes.ts';
import type { Random } from './random.ts';

const WORDS =
  'account admin camera channel site device storage firmware two-factor authentication scan the code with your app enter 6-digit token submit cancel settings password recovery event live view playback recorder network time zone user role permission audit log storage disk alarm schedule motion zone map group'.split(
    ' ',
  );

function words(random: Random, count: number): string {
  return Array.from({ length: count }, () => WORDS[random.whole(0, WORDS.length - 1)]).join(' ');
}

function times(count: number, make: (index: number) => string): string {
  return Array.from({ length: count }, (_item, index) => make(index)).join('');
}

/** Rows of the table, a chart, icons and checkboxes: things with edges like those of a QR. */
function clutter(random: Random): string {
  const table = times(
    random.whole(5, 18),
    (row) =>
      `<tr><td><input type=checkbox ${row % 2 ? 'checked' : ''}></td><td>${words(random, 2)}</td><td>192.168.${random.whole(0, 9)}.${random.whole(2, 250)}</td><td><b class=dot></b> ${words(random, 1)}</td><td><button>${words(random, 1)}</button></td></tr>`,
  );
  const bars = times(24, () => `<i style="height:${random.whole(4, 60)}px"></i>`);
  const icons = times(random.whole(6, 20), () =>
    random.pick(['▣', '◉', '▤', '▦', '⊞', '☰', '⚙', '◫', '▩']),
  );
  const cards = times(
    random.whole(3, 8),
    () =>
      `<section><h4>${words(random, 2)}</h4><p>${words(random, 14)}</p><button>${words(random, 1)}</button></section>`,
  );
  return `<p class=icons>${icons}</p><div class=cards>${cards}</div><table class=list>${table}</table><div class=bars>${bars}</div><p>${words(random, 60)}</p>`;
}

function barcodes(random: Random): string {
  const lines = times(
    60,
    () =>
      `<i style="display:inline-block;height:50px;width:${random.whole(1, 4)}px;background:#000;margin-right:${random.whole(1, 4)}px"></i>`,
  );
  const matrix = times(
    20,
    (row) =>
      `<div style="height:4px;font-size:0">${times(20, (column) => `<i style="display:inline-block;width:4px;height:4px;background:${column === 0 || row === 19 || (row === 0 && column % 2 === 0) || random.chance(0.5) ? '#000' : '#fff'}"></i>`)}</div>`,
  );
  return `<div style="background:#fff;padding:10px;white-space:nowrap">${lines}</div><div style="background:#fff;padding:8px;display:inline-block">${matrix}</div>`;
}

function secondQr(text: string): string {
  const made = qrcodeGenerator(0, 'M');
  made.addData(text);
  made.make();
  return made.createSvgTag({ cellSize: 3, margin: 12 });
}

/** A page of a management portal with an empty `#code` in its dialog or card. */
export function makePage(
  random: Random,
  scene: Scene,
  viewport: { readonly width: number; readonly height: number },
  otherText: string,
): string {
  const dark = scene.page === 'dark';
  const photo =
    scene.page === 'photo'
      ? `background:repeating-conic-gradient(from ${random.whole(0, 90)}deg,#864 0 7deg,#c96 0 13deg,#357 0 19deg),linear-gradient(#123,#fed);background-blend-mode:multiply`
      : `background:${dark ? random.pick(['#141414', '#1b1f2a', '#000']) : '#fff'}`;
  const left = random.whole(8, Math.max(9, viewport.width - 560));
  const top = random.whole(8, Math.max(9, viewport.height - 520));
  const tooltip = scene.extras.includes('tooltip')
    ? `<div style="position:absolute;left:${random.whole(-30, 90)}px;top:${random.whole(-18, 130)}px;background:#222;color:#fff;padding:${random.whole(2, 7)}px 10px;border-radius:5px;font-size:12px;white-space:nowrap">${words(random, random.whole(1, 4))}</div>`
    : '';
  const { rows, margin, cssWidth = 0 } = scene.code;
  const modulePx = cssWidth / (rows.length + 2 * margin);
  const share = (): number => random.between(0.25, 0.4) * cssWidth;
  const veil = scene.extras.includes('veil')
    ? `<div style="position:absolute;left:${share()}px;top:${share()}px;width:${share()}px;height:${share()}px;background:rgb(${random.pick(['0 0 0', '20 30 60', '255 255 255'])}/${random.between(0.6, 0.8)})"></div>`
    : '';
  const header = scene.extras.includes('header')
    ? `<div style="position:absolute;left:-20px;right:-20px;top:-12px;height:${12 + (margin + random.between(1, 2)) * modulePx}px;background:${random.pick(['#fff', '#1f2937', '#f3f4f6'])}"></div>`
    : '';
  const second = scene.extras.includes('second-qr') ? secondQr(otherText) : '';
  return `<!doctype html><meta charset=utf-8><style>
body{margin:0;font:14px/1.5 ${random.pick(['sans-serif', 'serif', 'system-ui', 'monospace'])};background:${dark ? '#1f2430' : '#eef1f5'};color:${dark ? '#ddd' : '#333'};overflow:hidden}
header{height:48px;background:#0f766e;color:#fff;padding:0 16px;display:flex;gap:18px;align-items:center}
main{display:flex}nav{width:180px;padding:12px;background:${dark ? '#111' : '#fff'}}nav p{margin:8px 0}
article{padding:16px;flex:1}.cards{display:flex;flex-wrap:wrap;gap:10px}section{width:180px;border:1px solid #999;border-radius:6px;padding:8px}
.list{border-collapse:collapse}.list td{border:1px solid #aaa;padding:4px 10px}.dot{display:inline-block;width:8px;height:8px;border-radius:8px;background:#3b3}
.bars{display:flex;gap:3px;align-items:end;height:64px}.bars i{width:9px;background:#37c}.icons{font-size:26px;letter-spacing:8px}
.dialog{position:absolute;left:${left}px;top:${top}px;padding:20px;${photo};border:1px solid #8888;border-radius:8px;box-shadow:0 4px 24px #0006;max-width:520px}
.place{position:relative;display:inline-block;margin:8px}.dialog button{padding:6px 14px}</style>
<header><b>VMS</b>${times(5, () => `<span>${words(random, 1)}</span>`)}</header>
<main><nav>${times(14, () => `<p>▸ ${words(random, 1)}</p>`)}</nav><article>${times(Math.ceil((viewport.width * viewport.height) / 1_500_000), () => clutter(random))}</article></main>
<div class=dialog><h3>${words(random, 4)}</h3><p>${words(random, 12)}</p>${second}<div class=place><div id=code></div>${tooltip}${veil}${header}</div>
${scene.extras.includes('barcodes') ? barcodes(random) : ''}<p><input placeholder="6-digit token"> <button>Submit</button></p></div>`;
}
