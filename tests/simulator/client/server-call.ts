export interface ServerReply {
  readonly errorCode: number;
  readonly result: Readonly<Record<string, unknown>>;
}

/** Posts to this page's own server, with the page's query so that its switches hold there too. */
export async function callServer(
  name: string,
  body: Readonly<Record<string, unknown>> = {},
): Promise<ServerReply> {
  const response = await fetch(`/api/v1/${name}${location.search}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const reply: unknown = await response.json();
  // Our own server a few files away; the page trusts it as a real page would.
  return reply as ServerReply;
}

export function textOf(reply: ServerReply, name: string): string {
  const value = reply.result[name];
  return typeof value === 'string' ? value : '';
}

export function numberOf(reply: ServerReply, name: string): number | undefined {
  const value = reply.result[name];
  return typeof value === 'number' ? value : undefined;
}
