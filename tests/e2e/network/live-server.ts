import { createSocket } from 'node:dgram';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server on this machine that answers everything and remembers who came. */
export interface LiveServer {
  /** Also the port of a UDP socket, where a STUN request would arrive. */
  readonly port: number;
  /** First path segments that arrived since the last call, sorted; 'udp' for a datagram. */
  takeVisits(): readonly string[];
  stop(): Promise<void>;
}

export async function startLiveServer(): Promise<LiveServer> {
  const visits = new Set<string>();
  const server = createServer((request, response) => {
    const visit = request.url?.split('/')[1] ?? '';
    if (visit !== '' && visit !== 'favicon.ico') visits.add(visit);
    response.writeHead(200, { 'content-type': 'text/html', 'access-control-allow-origin': '*' });
    response.end('<!doctype html><title>Live</title>');
  });
  server.on('upgrade', (request, socket) => {
    visits.add(request.url?.split('/')[1] ?? '');
    socket.destroy();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const udp = createSocket('udp4');
  udp.on('message', () => visits.add('udp'));
  await new Promise<void>((resolve) => {
    udp.bind(port, '127.0.0.1', resolve);
  });
  return {
    port,
    takeVisits: () => {
      const taken = [...visits].toSorted();
      visits.clear();
      return taken;
    },
    stop: () =>
      new Promise((resolve) => {
        udp.close();
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
