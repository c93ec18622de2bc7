function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

/**
 * A page of whatever host asked, around the page `src`: in a frame, in a
 * sandboxed frame, in a frame of a srcdoc frame, or prerendered. So tests prove
 * that a page of ours inside a foreign one, or one nobody looks at, gets nothing.
 */
export function aroundHtml(query: URLSearchParams): string {
  const src = attribute(query.get('src') ?? 'about:blank');
  const frame = `<iframe src="${src}" style="width:100%;height:700px;border:0"></iframe>`;
  const bodies: Readonly<Record<string, string>> = {
    frame,
    sandbox: frame.replace('<iframe', '<iframe sandbox="allow-scripts allow-forms"'),
    srcdoc: `<iframe srcdoc="${attribute(frame)}" style="width:100%;height:720px;border:0"></iframe>`,
    prerender: `<script type="speculationrules">${JSON.stringify({
      prerender: [{ urls: [query.get('src')], eagerness: 'immediate' }],
    }).replaceAll('<', '\\u003c')}</script><a href="${src}">Go on</a>`,
  };
  const body = bodies[query.get('kind') ?? 'frame'] ?? frame;
  return `<!doctype html>
<meta charset="utf-8"><title>Around (stand-in)</title><link rel="icon" href="data:,">
<body style="margin:0"><p>A stand-in for VMS Cloud, not TP-Link: around another page</p>${body}</body>
`;
}
