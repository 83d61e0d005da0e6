import type { IncomingMessage } from 'node:http';
import { PROTOCOL_VERSION } from '#protocol/live.ts';
import type { SignedIn } from '#server/access/access.ts';
import { originAllowed } from '#server/access/origin.ts';
import type { LiveServer, RealtimeParts } from './parts.ts';

/** The path that sockets are opened on; nothing else is upgraded. */
export const SOCKET_PATH = '/socket.io/';
/** A person may have this many screens open. */
export const MAX_SOCKETS_A_PERSON = 5;

/** Why a socket that was opened is not served; the client reads it from `error.data`. */
export type HandshakeRefusal = 'unauthenticated' | 'outdated' | 'too_many';

/**
 * Judges a handshake before the connection is upgraded: the exact path, an origin of our own, a valid session.
 * Whoever fails gets a plain HTTP refusal and not one byte of the protocol.
 */
export function createAdmission(parts: RealtimeParts) {
  const admitted = new WeakMap<IncomingMessage, SignedIn>();

  async function admit(request: IncomingMessage): Promise<string | null> {
    const { pathname } = new URL(request.url ?? '', 'http://localhost');
    if (pathname !== SOCKET_PATH) return 'not a socket path';
    if (!originAllowed(request.headers, parts.allowedOrigins)) return 'origin not allowed';
    const signedIn = await parts.signIn(request.headers);
    if (!signedIn) return 'not signed in';
    admitted.set(request, signedIn);
    return null;
  }

  return {
    allowRequest(
      request: IncomingMessage,
      decide: (error: string | null | undefined, success: boolean) => void,
    ): void {
      admit(request).then(
        (refusal) => {
          if (refusal) parts.log.info({ refusal }, 'socket refused');
          decide(refusal, refusal === null);
        },
        (error) => {
          parts.log.warn({ err: error }, 'socket refused: the session could not be checked');
          decide('try again', false);
        },
      );
    },
    /** Judges what can only be told once the client speaks: its protocol version, and how many screens there are. */
    welcome(io: LiveServer): void {
      io.use((socket, next) => {
        const signedIn = admitted.get(socket.request);
        if (!signedIn) return next(refusalOf('unauthenticated'));
        if (socket.handshake.auth.version !== PROTOCOL_VERSION) return next(refusalOf('outdated'));
        const { personId } = signedIn.viewer;
        let open = 0;
        for (const other of io.of('/').sockets.values())
          if (other.data.viewer.personId === personId) open += 1;
        if (open >= MAX_SOCKETS_A_PERSON) return next(refusalOf('too_many'));
        Object.assign(socket.data, signedIn, { watched: new Set() });
        next();
      });
    },
  };
}

function refusalOf(code: HandshakeRefusal): Error {
  return Object.assign(new Error(code), { data: { code } });
}
