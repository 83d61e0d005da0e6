import type { Server as HttpServer, IncomingHttpHeaders } from 'node:http';
import type { Server, Socket } from 'socket.io';
import type { AreaId, Instant, OrderId, TechnicianId } from '#domain/base/brand.ts';
import type { TechnicianPosition } from '#domain/technician/technician.ts';
import type { CommandAnswer } from '#protocol/command.ts';
import type {
  ClientToServer,
  CustomerCard,
  LogEvent,
  PositionFix,
  ServerToClient,
  Snapshot,
} from '#protocol/live.ts';
import type { SignedIn } from '#server/access/access.ts';
import type { Viewer } from '#server/access/viewer.ts';
import type { Logger } from '#server/log.ts';

/** What every socket carries. */
export interface SocketData extends SignedIn {
  watched: Set<AreaId>;
}

export type LiveServer = Server<ClientToServer, ServerToClient, Record<string, never>, SocketData>;
export type LiveSocket = Socket<ClientToServer, ServerToClient, Record<string, never>, SocketData>;

/** What the live side needs of the rest of the house; handed in by the composition root. */
export interface RealtimeParts {
  httpServer: HttpServer;
  log: Logger;
  now(): Instant;
  /** How fast `now` runs beside the wall's clock; 1 except in the demo. */
  clockRate: number;
  /** Milliseconds by a clock that runs evenly whatever `now` does: for rates and delays. */
  elapsed(): number;
  /** Uniform in [0, 1): spreads reconnects. */
  random(): number;
  /** Origins beside the server's own from which pages may open a socket. */
  allowedOrigins: readonly string[];
  signIn(headers: IncomingHttpHeaders): Promise<SignedIn | null>;
  /** The rights of those of these sessions that are still valid, by token. */
  liveRights(tokens: readonly string[]): Promise<ReadonlyMap<string, string>>;
  execute(command: unknown, viewer: Viewer): Promise<CommandAnswer>;
  snapshot(viewer: Viewer, areaId: AreaId): Promise<Snapshot>;
  heads(areaIds: readonly AreaId[]): Promise<ReadonlyMap<AreaId, number>>;
  logAfter(areaId: AreaId, seq: number, limit: number): Promise<LogEvent[]>;
  /** The cards of those of these orders that the viewer may see, masked for the viewer. */
  cards(viewer: Viewer, orderIds: readonly OrderId[]): Promise<CustomerCard[]>;
  /** The card of one order as this viewer alone may see it now, the full number included where they have asked for it. */
  revealed(viewer: Viewer, orderId: OrderId): Promise<CustomerCard | null>;
  takePositions(
    reports: readonly { technicianId: TechnicianId; fixes: readonly PositionFix[] }[],
    receivedAt: Instant,
  ): Promise<unknown>;
  positionsStoredAfter(
    areaIds: readonly AreaId[],
    storedAfter: Instant,
  ): Promise<{ readAt: Instant; positions: (TechnicianPosition & { areaId: AreaId })[] }>;
}
