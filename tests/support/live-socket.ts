import { once } from 'node:events';
import { io, type Socket } from 'socket.io-client';
import { type ClientToServer, PROTOCOL_VERSION, type ServerToClient } from '#protocol/live.ts';

export type LiveSocket = Socket<ServerToClient, ClientToServer>;

export interface SocketOptions {
  cookie?: string | undefined;
  /** The page's origin; the server's own unless told otherwise, none at all for null. */
  origin?: string | null;
  version?: number;
  reconnection?: boolean;
}

/** A socket as a page of this server would open it; not yet connected. */
export function liveSocket(serverOrigin: string, options: SocketOptions = {}): LiveSocket {
  const origin = options.origin === undefined ? serverOrigin : options.origin;
  return io(serverOrigin, {
    path: '/socket.io/',
    transports: ['websocket'],
    autoConnect: false,
    forceNew: true,
    reconnection: options.reconnection ?? false,
    reconnectionDelay: 50,
    reconnectionDelayMax: 200,
    auth: { version: options.version ?? PROTOCOL_VERSION },
    extraHeaders: {
      ...(options.cookie ? { cookie: options.cookie } : {}),
      ...(origin === null ? {} : { origin }),
    },
  });
}

/** Connects; resolves with the refusal's message when the server does not let it. */
export async function connect(socket: LiveSocket): Promise<'connected' | string> {
  const refused = new Promise<string>((resolve) =>
    socket.once('connect_error', (error) => resolve(error.message)),
  );
  const connected = once(socket as never, 'connect').then(() => 'connected' as const);
  socket.connect();
  return Promise.race([connected, refused]);
}
