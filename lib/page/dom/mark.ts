import { ownMembers } from './own-members.ts';

/** The key of our icon, whose bow is a moon; the same drawing as public/icon/source.svg and components/ui/mark.tsx. */
const KEY =
  'M44 32a32 32 0 1 0 30.5 41.6H86v15.4h12V73.6h14V58H75.4A32 32 0 0 0 44 32Zm8 12a20 20 0 1 1-.01 0Z';

/** The icon, drawn here because the address of a picture would show the page our id. */
export function createMark(): SVGSVGElement {
  const page = ownMembers(document);
  const svg = page.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '4 4 120 120');
  svg.setAttribute('class', 'mark');
  svg.setAttribute('aria-hidden', 'true');
  const ground = page.createElementNS('http://www.w3.org/2000/svg', 'rect');
  for (const [name, value] of [
    ['x', '4'],
    ['y', '4'],
    ['width', '120'],
    ['height', '120'],
    ['rx', '30'],
    ['class', 'ground'],
  ] as const)
    ground.setAttribute(name, value);
  const key = page.createElementNS('http://www.w3.org/2000/svg', 'path');
  key.setAttribute('d', KEY);
  key.setAttribute('class', 'key');
  key.setAttribute('fill-rule', 'evenodd');
  svg.append(ground, key);
  return svg;
}
