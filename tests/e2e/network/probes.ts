// oxlint-disable unicorn/consistent-function-scoping -- each function travels into a page or the background alone

/**
 * Tries every way a document knows to reach a server, and waits until each
 * was heard of: loaded, refused, or thrown. Gives the names of the ways tried.
 */
export async function probeFromPage(host: string): Promise<readonly string[]> {
  const base = `http://${host}`;
  const ended = (element: HTMLElement, add = true): Promise<void> =>
    new Promise((resolve) => {
      element.addEventListener('load', () => resolve());
      element.addEventListener('error', () => resolve());
      if (add) document.body.append(element);
    });
  const made = <Name extends keyof HTMLElementTagNameMap>(
    name: Name,
    fields: Partial<HTMLElementTagNameMap[Name]>,
  ): HTMLElementTagNameMap[Name] => Object.assign(document.createElement(name), fields);
  const ways: Readonly<Record<string, () => unknown>> = {
    beacon: () => navigator.sendBeacon(`${base}/beacon`, 'x'),
    eventsource: () =>
      new Promise((resolve) => {
        const source = new EventSource(`${base}/eventsource`);
        source.addEventListener('error', () => {
          source.close();
          resolve(undefined);
        });
      }),
    fetch: () => fetch(`${base}/fetch`),
    'fetch-no-cors': () => fetch(`${base}/fetch-no-cors`, { mode: 'no-cors', keepalive: true }),
    form: () => {
      const frame = made('iframe', { name: 'target' });
      document.body.append(frame);
      const form = made('form', { action: `${base}/form`, method: 'post', target: 'target' });
      document.body.append(form);
      form.submit();
    },
    iframe: () => {
      document.body.append(made('iframe', { src: `${base}/iframe` }));
    },
    image: () => ended(made('img', { src: `${base}/image` })),
    object: () => {
      document.body.append(made('object', { data: `${base}/object` }));
    },
    prefetch: () => {
      document.head.append(made('link', { rel: 'prefetch', href: `${base}/prefetch` }));
    },
    script: () => ended(made('script', { src: `${base}/script` })),
    style: () => ended(made('link', { rel: 'stylesheet', href: `${base}/style` })),
    video: () => ended(made('video', { src: `${base}/video`, preload: 'auto' })),
    websocket: () =>
      new Promise((resolve) => {
        const socket = new WebSocket(`ws://${host}/websocket`);
        socket.addEventListener('error', resolve);
        socket.addEventListener('close', resolve);
      }),
    xhr: () =>
      new Promise((resolve) => {
        const request = new XMLHttpRequest();
        request.addEventListener('loadend', resolve);
        request.open('GET', `${base}/xhr`);
        request.send();
      }),
  };
  for (const way of Object.values(ways)) {
    try {
      await way();
    } catch {
      // Refused: what counts is what the server saw.
    }
  }
  return Object.keys(ways);
}

/** The same for the background, which has no document. */
export async function probeFromBackground(host: string): Promise<readonly string[]> {
  const ways: Readonly<Record<string, () => unknown>> = {
    beacon: () => fetch(`http://${host}/beacon`, { method: 'POST', keepalive: true }),
    fetch: () => fetch(`http://${host}/fetch`),
    'fetch-no-cors': () => fetch(`http://${host}/fetch-no-cors`, { mode: 'no-cors' }),
    websocket: () =>
      new Promise((resolve) => {
        const socket = new WebSocket(`ws://${host}/websocket`);
        socket.addEventListener('error', resolve);
        socket.addEventListener('close', resolve);
      }),
  };
  for (const way of Object.values(ways)) {
    try {
      await way();
    } catch {
      // Refused: what counts is what the server saw.
    }
  }
  return Object.keys(ways);
}
