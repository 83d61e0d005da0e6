import type { Socket } from 'socket.io-client';
import type { CommandAnswer, CommandEnvelope } from '#protocol/command.ts';
import type {
  Changes,
  ClientToServer,
  PositionRow,
  Presence,
  ServerToClient,
  WatchAnswer,
} from '#protocol/live.ts';

/** What can come over the line without being asked for. */
export interface WireEvents {
  up(): void;
  /** `byServer`: the server has closed the line and it does not come back by itself. */
  down(byServer: boolean): void;
  /** The line could not be opened; `code` when the server said why. */
  failed(code: string | null): void;
  changes(changes: Changes): void;
  positions(list: readonly PositionRow[]): void;
  presence(areaId: string, present: readonly Presence[]): void;
  /** Whether the server reaches its database. */
  storage(reachable: boolean): void;
  goingAway(reconnectInMs: number): void;
}

/** The line to the server, as little of it as the client needs. Questions reject when no answer comes. */
export interface Wire {
  open(): void;
  close(): void;
  isUp(): boolean;
  listen(events: WireEvents): () => void;
  watch(ask: Parameters<ClientToServer['watch']>[0]): Promise<WatchAnswer>;
  command(envelope: CommandEnvelope): Promise<CommandAnswer>;
  positions(
    fixes: Parameters<ClientToServer['positions']>[0],
  ): Promise<{ ok: boolean; code?: string; taken: number }>;
  drag(drag: Parameters<ClientToServer['drag']>[0]): void;
  look(look: Parameters<ClientToServer['look']>[0]): void;
}

/** An answer that has not come by then is not waited for; the question is asked again. */
const ANSWER_WITHIN_MS = 8_000;

/** The line over Socket.IO. */
export function socketWire(socket: Socket<ServerToClient, ClientToServer>): Wire {
  const asking = () => socket.timeout(ANSWER_WITHIN_MS);
  return {
    open: () => void socket.connect(),
    close: () => void socket.disconnect(),
    isUp: () => socket.connected,
    listen(events) {
      const down = (reason: Socket.DisconnectReason) => events.down(reason === 'io server disconnect');
      const failed = (error: Error) =>
        events.failed((error as { data?: { code?: string } }).data?.code ?? null);
      const positions: ServerToClient['positions'] = ({ list }) => events.positions(list);
      const presence: ServerToClient['presence'] = ({ area, present }) => events.presence(area, present);
      const storage: ServerToClient['storage'] = ({ reachable }) => events.storage(reachable);
      const goingAway: ServerToClient['going_away'] = ({ reconnectInMs }) => events.goingAway(reconnectInMs);
      socket.on('connect', events.up);
      socket.on('disconnect', down);
      socket.on('connect_error', failed);
      socket.on('changes', events.changes);
      socket.on('positions', positions);
      socket.on('presence', presence);
      socket.on('storage', storage);
      socket.on('going_away', goingAway);
      return () => {
        socket.off('connect', events.up);
        socket.off('disconnect', down);
        socket.off('connect_error', failed);
        socket.off('changes', events.changes);
        socket.off('positions', positions);
        socket.off('presence', presence);
        socket.off('storage', storage);
        socket.off('going_away', goingAway);
      };
    },
    watch: (ask) => asking().emitWithAck('watch', ask),
    command: (envelope) => asking().emitWithAck('command', envelope),
    positions: (fixes) => asking().emitWithAck('positions', fixes),
    drag(drag) {
      if (socket.connected) socket.emit('drag', drag);
    },
    look(look) {
      if (socket.connected) socket.emit('look', look);
    },
  };
}
