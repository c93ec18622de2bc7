import type { CodeSpec } from './code.ts';

/**
 * Draws the code into `#code` of the page. Runs in the page, so it stands alone.
 * The element gets the id `target`.
 */
export async function drawInPage(spec: CodeSpec): Promise<void> {
  const holder = document.querySelector('#code');
  if (!holder) throw new Error('no #code');
  const size = spec.rows.length;
  const unit = spec.modulePixels;
  const side = (size + 2 * spec.margin) * unit;
  const isDark = (row: number, column: number): boolean => spec.rows[row]?.[column] === '1';
  const inFinder = (row: number, column: number): boolean =>
    (row < 7 && (column < 7 || column >= size - 7)) || (row >= size - 7 && column < 7);
  const scale = spec.cssWidth === undefined ? 1 : spec.cssWidth / side;
  const sized =
    spec.cssWidth === undefined ? '' : `width:${spec.cssWidth}px;height:${spec.cssWidth}px;`;
  const style = `${sized}${spec.css}`;

  function paintModule(context: CanvasRenderingContext2D, row: number, column: number): void {
    const x = (column + spec.margin) * unit;
    const y = (row + spec.margin) * unit;
    context.beginPath();
    if (spec.shape === 'dot') context.arc(x + unit / 2, y + unit / 2, unit * 0.44, 0, 7);
    else if (spec.shape === 'rounded') context.roundRect(x, y, unit, unit, unit * 0.4);
    else if (spec.shape === 'gapped')
      context.rect(x + unit * 0.08, y + unit * 0.08, unit * 0.84, unit * 0.84);
    else context.rect(x, y, unit, unit);
    context.fill();
  }

  function paintFinder(context: CanvasRenderingContext2D, row: number, column: number): void {
    const ring = (inset: number, modules: number): void => {
      const radius = (spec.finderRound * modules * unit) / 2;
      const x = (column + spec.margin + inset) * unit;
      const y = (row + spec.margin + inset) * unit;
      context.roundRect(x, y, modules * unit, modules * unit, radius);
    };
    context.beginPath();
    ring(0, 7);
    ring(1, 5);
    context.fill('evenodd');
    context.beginPath();
    ring(2, 3);
    context.fill();
  }

  function paint(): HTMLCanvasElement {
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(side);
    canvas.height = Math.round(side);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    if (spec.light !== 'transparent') {
      context.fillStyle = spec.light;
      context.fillRect(0, 0, side, side);
    }
    if (spec.darkEnd === undefined) context.fillStyle = spec.dark;
    else {
      const gradient = context.createLinearGradient(0, 0, side, side);
      gradient.addColorStop(0, spec.dark);
      gradient.addColorStop(1, spec.darkEnd);
      context.fillStyle = gradient;
    }
    for (let row = 0; row < size; row += 1) {
      for (let column = 0; column < size; column += 1) {
        if (isDark(row, column) && !inFinder(row, column)) paintModule(context, row, column);
      }
    }
    paintFinder(context, 0, 0);
    paintFinder(context, 0, size - 7);
    paintFinder(context, size - 7, 0);
    if (spec.logo > 0) {
      const logo = side * spec.logo;
      context.fillStyle = '#fff';
      context.fillRect(
        (side - logo) / 2 - unit,
        (side - logo) / 2 - unit,
        logo + 2 * unit,
        logo + 2 * unit,
      );
      context.fillStyle = '#4acbd6';
      context.beginPath();
      context.roundRect((side - logo) / 2, (side - logo) / 2, logo, logo, logo / 4);
      context.fill();
      context.fillStyle = '#fff';
      context.font = `bold ${logo * 0.7}px sans-serif`;
      context.fillText('V', side / 2 - logo / 4, side / 2 + logo / 4);
    }
    return canvas;
  }

  function again(source: HTMLCanvasElement): HTMLCanvasElement {
    if (spec.blurPixels === 0 && spec.rotateDegrees === 0) return source;
    const turned = spec.rotateDegrees === 0 ? 1 : 1.45;
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(source.width * turned);
    canvas.height = Math.round(source.height * turned);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    context.fillStyle = spec.light;
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.translate(canvas.width / 2, canvas.height / 2);
    context.rotate((spec.rotateDegrees * Math.PI) / 180);
    if (spec.blurPixels > 0) context.filter = `blur(${spec.blurPixels}px)`;
    context.drawImage(source, -source.width / 2, -source.height / 2);
    return canvas;
  }

  function svgText(): string {
    const parts: string[] = [];
    for (let row = 0; row < size; row += 1) {
      for (let column = 0; column < size; column += 1) {
        if (!isDark(row, column)) continue;
        const x = column + spec.margin;
        const y = row + spec.margin;
        if (spec.shape === 'dot' && !inFinder(row, column)) {
          parts.push(`<circle cx="${x + 0.5}" cy="${y + 0.5}" r="0.44"/>`);
        } else parts.push(`<path d="M${x} ${y}h1v1h-1z"/>`);
      }
    }
    const all = size + 2 * spec.margin;
    const end = spec.darkEnd ?? spec.dark;
    const logoSide = all * spec.logo;
    const logo =
      spec.logo > 0
        ? `<rect x="${(all - logoSide) / 2}" y="${(all - logoSide) / 2}" width="${logoSide}" height="${logoSide}" fill="#4acbd6" stroke="#fff" stroke-width="2"/>`
        : '';
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${all} ${all}" width="${spec.cssWidth ?? side}" height="${spec.cssWidth ?? side}" shape-rendering="crispEdges"><defs><linearGradient id="g" x2="1" y2="1" gradientUnits="userSpaceOnUse" spreadMethod="pad"><stop stop-color="${spec.dark}"/><stop offset="1" stop-color="${end}"/></linearGradient></defs>${spec.light === 'transparent' ? '' : `<rect width="${all}" height="${all}" fill="${spec.light}"/>`}<g fill="${spec.dark}">${parts.join('')}</g>${logo}</svg>`;
  }

  function cells(tag: 'table' | 'divs'): string {
    const all = size + 2 * spec.margin;
    const colour = (row: number, column: number): string =>
      isDark(row - spec.margin, column - spec.margin) ? spec.dark : spec.light;
    const rows = Array.from({ length: all }, (_row, row) =>
      Array.from({ length: all }, (_cell, column) =>
        tag === 'table'
          ? `<td style="width:${unit}px;height:${unit}px;padding:0;background:${colour(row, column)}"></td>`
          : `<i style="float:left;width:${unit}px;height:${unit}px;background:${colour(row, column)}"></i>`,
      ).join(''),
    );
    return tag === 'table'
      ? `<table id="target" style="border-collapse:collapse;border-spacing:0;${spec.css}">${rows.map((row) => `<tr>${row}</tr>`).join('')}</table>`
      : `<div id="target" style="width:${all * unit}px;height:${all * unit}px;${spec.css}">${rows.join('')}</div>`;
  }

  switch (spec.element) {
    case 'table':
    case 'divs':
      holder.innerHTML = cells(spec.element);
      break;
    case 'text': {
      const pre = document.createElement('pre');
      const lines = Array.from({ length: Math.ceil(size / 2) }, (_line, at) =>
        Array.from({ length: size }, (_cell, column) => {
          const upper = isDark(2 * at, column);
          const lower = isDark(2 * at + 1, column);
          return upper ? (lower ? '█' : '▀') : lower ? '▄' : ' ';
        }).join(''),
      );
      pre.textContent = lines.join('\n');
      pre.setAttribute('style', `font:${spec.cssWidth}px/1.3 monospace;color:#000;margin:20px`);
      holder.append(pre);
      break;
    }
    case 'svg':
      holder.innerHTML = svgText();
      holder.firstElementChild?.setAttribute('style', style);
      break;
    case 'canvas': {
      const canvas = again(paint());
      const grown = canvas.width / side;
      canvas.setAttribute(
        'style',
        `width:${canvas.width * scale}px;height:${canvas.height * scale}px;${spec.css}`,
      );
      if (grown === 1) canvas.setAttribute('style', style);
      holder.append(canvas);
      break;
    }
    case 'img': {
      const canvas = again(paint());
      const image = new Image();
      image.setAttribute('style', style);
      image.src =
        spec.jpegQuality === undefined
          ? canvas.toDataURL()
          : canvas.toDataURL('image/jpeg', spec.jpegQuality);
      await image.decode();
      holder.append(image);
      break;
    }
    case 'background': {
      const box = document.createElement('div');
      const width = spec.cssWidth ?? side;
      box.setAttribute(
        'style',
        `width:${width}px;height:${width}px;background:url(${again(paint()).toDataURL()}) 0 0/100% 100%;${spec.css}`,
      );
      holder.append(box);
      break;
    }
  }
  if (holder.firstElementChild) holder.firstElementChild.id = 'target';
}

/** The pixels that drawing the one img, canvas, svg or CSS background gives, as a PNG data URL; undefined: take a clip. */
export async function readInPage(): Promise<string | undefined> {
  const target = document.querySelector('#target');
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!context || !target) return undefined;
  if (target instanceof HTMLCanvasElement) return target.toDataURL();
  const background = /^url\("(data:[^"]+)"\)$/u.exec(getComputedStyle(target).backgroundImage);
  const image = target instanceof HTMLImageElement ? target : new Image();
  if (background?.[1] !== undefined) image.src = background[1];
  if (image.src !== '') {
    await image.decode();
    canvas.width = image.naturalWidth;
    canvas.height = image.naturalHeight;
    context.drawImage(image, 0, 0);
    return canvas.toDataURL();
  }
  if (target instanceof SVGElement) {
    image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(target).replace(/ style="[^"]*"/u, ''))}`;
    await image.decode();
    canvas.width = image.naturalWidth * devicePixelRatio;
    canvas.height = image.naturalHeight * devicePixelRatio;
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL();
  }
  return undefined;
}
