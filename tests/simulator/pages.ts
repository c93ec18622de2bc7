import type { SimulatorConfig } from './config.ts';

export type PageKind = 'portal' | 'identity' | 'local' | 'frame';

/** What a page is told about itself. */
export interface PageSetup {
  readonly kind: PageKind;
  readonly config: SimulatorConfig;
}

const STRICT_CSP =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; " +
  "img-src 'self' data: blob: https:; connect-src 'self'; frame-src https:; object-src 'none'";

export function pageHeaders(config: SimulatorConfig): Readonly<Record<string, string>> {
  return {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-cache',
    ...(config.csp === 'strict' ? { 'content-security-policy': STRICT_CSP } : {}),
  };
}

const TITLES = {
  portal: 'VMS Cloud (stand-in)',
  identity: 'ID (stand-in)',
  local: 'VMS Local (stand-in)',
  frame: 'A part of a page (stand-in)',
} as const satisfies Record<PageKind, string>;

function languageAttributes(language: string): string {
  // RFC 5646 section 2.2.7: a tag that claims to be no registered language.
  const tag = language === 'invented' ? 'x-invented' : language;
  return `lang="${tag}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"`;
}

/** The one document of every page; all the rest is drawn by client/main.ts. */
export function pageHtml(setup: PageSetup): string {
  const json = JSON.stringify(setup).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html ${languageAttributes(setup.config.language)} data-theme="${setup.config.theme}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${TITLES[setup.kind]}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/__sim/asset/page.css">
<script type="application/json" id="sim-setup">${json}</script>
<script type="module" src="/__sim/asset/client.js"></script>
</head>
<body><p class="sim-banner">A stand-in for VMS Cloud, not TP-Link</p><div id="app"></div></body>
</html>
`;
}
