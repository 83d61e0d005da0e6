import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from './log.ts';
import { contentSecurityPolicy, newNonce, type Surroundings, securityHeaders } from './security-headers.ts';

/** One check of the readiness page; `ok: false` makes the server unready. It tells nothing about versions or addresses. */
export interface ReadyCheck {
  name: string;
  ok: boolean;
}

export interface HttpParts extends Surroundings {
  log: Logger;
  /** Pages and `/api`. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  ready(): Promise<readonly ReadyCheck[]>;
  /** May this path be upgraded to another protocol? */
  upgradable(pathname: string): boolean;
}

/** The header by which the sign-in learns who knocks; whatever a client sends under this name is replaced. */
export const CLIENT_ADDRESS_HEADER = 'x-zhundian-client-address';

const HEADERS_WITHIN_MS = 10_000;
/** An idle connection is kept longer than clients and proxies in front keep theirs (60 s), so that none sends into one being closed. */
const IDLE_MS = 75_000;

/** The one HTTP server: health first, everything else to the pages. */
export function createHttpServer(parts: HttpParts): Server {
  const server = createServer(
    { headersTimeout: HEADERS_WITHIN_MS, keepAliveTimeout: IDLE_MS },
    (request, response) => {
      serve(request, response, parts).catch((error) => {
        parts.log.error({ err: error }, 'request failed');
        if (!response.headersSent) response.writeHead(500);
        response.end();
      });
    },
  );
  // First in line: what is not for our own socket never reaches anyone who might proxy it on.
  server.on('upgrade', (request: IncomingMessage, socket: Duplex) => {
    const url = URL.parse(request.url ?? '', 'http://localhost');
    if (!url || !parts.upgradable(url.pathname)) socket.destroy();
  });
  return server;
}

async function serve(request: IncomingMessage, response: ServerResponse, parts: HttpParts): Promise<void> {
  for (const [name, value] of Object.entries(securityHeaders(parts))) response.setHeader(name, value);
  const path = request.url?.split('?', 1)[0];
  if (path === '/healthz') return answer(response, 200, { ok: true });
  if (path === '/readyz') {
    const checks = await parts.ready();
    const ok = checks.every((check) => check.ok);
    return answer(response, ok ? 200 : 503, {
      ok,
      checks: Object.fromEntries(checks.map((c) => [c.name, c.ok])),
    });
  }
  delete request.headers['x-middleware-subrequest'];
  request.headers[CLIENT_ADDRESS_HEADER] = request.socket.remoteAddress ?? '';
  // The pages read the nonce from their request: the framework from the policy, the style tags from x-nonce.
  const nonce = newNonce();
  const policy = contentSecurityPolicy(nonce, parts);
  request.headers['x-nonce'] = nonce;
  request.headers['content-security-policy'] = policy;
  delete request.headers['content-security-policy-report-only'];
  response.setHeader('content-security-policy', policy);
  await parts.handle(request, response);
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}
