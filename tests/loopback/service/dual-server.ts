import http from 'node:http';
import http2 from 'node:http2';
import net from 'node:net';

/** A request and the means to answer it, the same for both versions of HTTP. */
export interface Exchange {
  readonly protocol: 'HTTP/1.1' | 'h2c';
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  start(status: number, headers: Readonly<Record<string, string>>): void;
  write(chunk: string | Uint8Array): void;
  end(chunk?: string): void;
  /** Drops the exchange without an end; over HTTP/2 other exchanges of the connection go on. */
  drop(): void;
}

export interface DualServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Every HTTP/2 connection begins with these bytes (RFC 9113, 3.4). */
const http2Preface = 'PRI';

/**
 * Listens on one port of 127.0.0.1 for HTTP/1.1 and for HTTP/2 without TLS, which the AWS SDK speaks by default:
 * the first bytes of a connection tell which.
 */
export async function listen(serve: (exchange: Exchange) => Promise<void>): Promise<DualServer> {
  const sockets = new Set<net.Socket>();
  const first = http.createServer({ keepAliveTimeout: 0 }, (request, response) => {
    void receive(request, response, 'HTTP/1.1', () => request.socket.destroy()).then(serve);
  });
  const second = http2.createServer((request, response) => {
    void receive(request, response, 'h2c', () => {
      request.stream.close(http2.constants.NGHTTP2_INTERNAL_ERROR);
    }).then(serve);
  });
  const server = net.createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket));
    socket.once('readable', () => {
      const head: unknown = socket.read();
      if (!Buffer.isBuffer(head)) return void socket.destroy();
      socket.unshift(head);
      const isSecond = head.subarray(0, http2Preface.length).toString('latin1') === http2Preface;
      (isSecond ? second : first).emit('connection', socket);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** What both kinds of requests and answers have in common, as far as it is used here. */
type Request = AsyncIterable<Buffer> & Pick<http.IncomingMessage, 'method' | 'url' | 'headers'>;
interface Response {
  readonly writable: boolean;
  writeHead(status: number, headers: Readonly<Record<string, string>>): unknown;
  write(chunk: string | Uint8Array): unknown;
  end(): unknown;
}

async function receive(
  request: Request,
  response: Response,
  protocol: Exchange['protocol'],
  drop: () => void,
): Promise<Exchange> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of request) chunks.push(chunk);
  } catch {
    // The client hung up while it was sending: what came so far is served, and nobody reads the answer.
  }
  return {
    protocol,
    method: request.method ?? '',
    url: request.url ?? '/',
    headers: Object.fromEntries(
      Object.entries(request.headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
    ),
    body: Buffer.concat(chunks).toString('utf8'),
    start: (status, headers) => {
      if (response.writable) response.writeHead(status, headers);
    },
    write: (chunk) => {
      if (response.writable) response.write(chunk);
    },
    end: (chunk) => {
      if (!response.writable) return;
      if (chunk !== undefined) response.write(chunk);
      response.end();
    },
    drop,
  };
}
