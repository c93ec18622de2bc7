import { harmless, inline, styled, type Trick } from './trick.ts';

const EMPTY_FONT =
  'src:local("no such font");size-adjust:1%;ascent-override:0%;descent-override:0%';

/** The page changes fonts, letters and the way they are written. */
export const LETTER_TRICKS: readonly Trick[] = [
  harmless(
    'blank fonts by the generic names',
    styled(
      ['system-ui', 'sans-serif', 'ui-sans-serif', 'serif', 'initial', 'inherit']
        .map((name) => `@font-face{font-family:"${name}";${EMPTY_FONT}}`)
        .join(''),
    ),
  ),
  harmless(
    'blank fonts by the names of the system',
    styled(
      [
        'DejaVu Sans',
        'Liberation Sans',
        'Noto Sans',
        'Arial',
        'Segoe UI',
        'Roboto',
        'Cantarell',
        'Ubuntu',
      ]
        .map((name) => `@font-face{font-family:"${name}";${EMPTY_FONT}}`)
        .join(''),
    ),
  ),
  harmless(
    'a font added by script',
    `(host) => {
    document.fonts.add(new FontFace('system-ui', 'local("no such font")', { sizeAdjust: '1%' }));
  }`,
  ),
  harmless(
    'text of another size',
    styled('*{text-size-adjust:1%!important;-webkit-text-size-adjust:1%!important}'),
  ),
  harmless(
    'vertical writing',
    inline('writing-mode:vertical-rl!important;text-orientation:upright!important'),
  ),
  harmless('sideways writing of the page', styled('*{writing-mode:sideways-lr!important}')),
  harmless(
    'letters far apart',
    styled('*{letter-spacing:999px!important;word-spacing:999px!important}'),
  ),
  harmless(
    'letters over each other',
    inline('letter-spacing:-9px!important;text-indent:-999px!important'),
  ),
  harmless('lines over each other', styled('*{line-height:0!important;font-size:0!important}')),
  harmless(
    'strokes and fills of its letters',
    styled(
      '*{-webkit-text-fill-color:transparent!important;-webkit-text-stroke:9px white!important}',
    ),
  ),
  harmless('letters shown as dots', styled('*{-webkit-text-security:square!important}')),
  harmless(
    'shadows of its letters',
    styled('*{text-shadow:0 0 9px white,1px 1px white!important;text-emphasis:filled!important}'),
  ),
  harmless(
    'other letters',
    styled(
      '*{text-transform:full-width!important;font-variant-caps:all-small-caps!important;font-feature-settings:"smcp"!important}',
    ),
  ),
];
