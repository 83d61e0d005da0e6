import type { AreaId, OrderId } from '#domain/base/brand.ts';
import type { CommandAnswer } from '#protocol/command.ts';
import type { WatchAnswer } from '#protocol/live.ts';
import { parse } from '#protocol/schema.ts';
import { dragSchema, fixesSchema, lookSchema } from '#protocol/schema-live.ts';
import { createLimit, DRAG_RATE, MESSAGE_RATE, POSITION_RATE } from './limits.ts';
import type { LiveSocket, RealtimeParts } from './parts.ts';
import type { PositionTick } from './position-tick.ts';
import type { PresenceBoard } from './presence.ts';
import type { Relay } from './relay.ts';
import { seesPresence } from './rooms.ts';
import { watch } from './watch.ts';

export interface SocketWorld {
  parts: RealtimeParts;
  relay: Relay;
  presence: PresenceBoard;
  positions: PositionTick;
  /** Counts work under way, so that a stop can wait for it. */
  track<T>(work: Promise<T>): Promise<T>;
  /** False once the server is going away: nothing new is begun. */
  open(): boolean;
  /** Lets go of everything that is held for a socket that has closed. */
  release(socket: LiveSocket): void;
}

const TOO_MANY = 'Too much at once from this screen. It was not carried out; send it again in a moment.';
const AWAY =
  'The change was not saved: the server cannot reach its database or is restarting. Send it again.';

/** Answers everything that one screen sends. A handler never throws: whatever fails is answered and logged. */
export function serveSocket(socket: LiveSocket, world: SocketWorld): void {
  const { parts } = world;
  const messages = createLimit(MESSAGE_RATE, parts.elapsed);
  const positionMessages = createLimit(POSITION_RATE, parts.elapsed);
  const drags = createLimit(DRAG_RATE, parts.elapsed);
  const { viewer } = socket.data;

  socket.on('watch', (ask, reply: unknown) => {
    const answer = replyOf<WatchAnswer>(reply);
    if (!messages.allows() || !world.open()) return answer({ ok: false, code: 'retry', title: TOO_MANY });
    watch(socket, ask, parts, world.relay).then(
      (result) => {
        // Closed while its areas were read: nobody sits there, and what was taken up for it since is let go of.
        if (!socket.connected) return world.release(socket);
        if (result.ok && seesPresence(viewer)) takeSeat(socket, world);
        answer(result);
      },
      (error) => {
        if (!socket.connected) world.release(socket);
        parts.log.warn({ err: error }, 'watch could not be answered');
        answer({ ok: false, code: 'retry', title: AWAY });
      },
    );
  });

  socket.on('command', (command: unknown, reply: unknown) => {
    const answer = replyOf<CommandAnswer>(reply);
    if (!messages.allows()) return answer({ ok: false, code: 'too_many', title: TOO_MANY });
    if (!world.open()) return answer({ ok: false, code: 'retry', title: AWAY });
    void world.track(parts.execute(command, viewer)).then(
      (result) => {
        answer(result);
        if (!result.ok) return;
        world.relay.nudge();
        if (isReveal(command) && result.data.orderId) void showRevealed(socket, parts, result.data.orderId);
      },
      (error) => {
        parts.log.error({ err: error }, 'command failed');
        answer({ ok: false, code: 'retry', title: AWAY });
      },
    );
  });

  socket.on('positions', (fixes: unknown, reply: unknown) => {
    const answer = replyOf<{ ok: boolean; code?: string; taken: number }>(reply);
    if (!viewer.technicianId) return answer({ ok: false, code: 'forbidden', taken: 0 });
    if (!positionMessages.allows()) return answer({ ok: false, code: 'too_many', taken: 0 });
    const parsed = parse(fixesSchema, fixes);
    if (!parsed.ok) return answer({ ok: false, code: 'invalid', taken: 0 });
    const room = world.positions.offer(viewer.technicianId, parsed.value);
    answer(room ? { ok: true, taken: parsed.value.length } : { ok: false, code: 'too_many', taken: 0 });
  });

  socket.on('drag', (drag: unknown) => {
    if (!drags.allows() || !seesPresence(viewer)) return;
    const parsed = parse(dragSchema, drag);
    if (!parsed.ok) return;
    world.presence.set(socket.id, { orderIds: parsed.value.orderIds, over: parsed.value.over ?? null });
  });

  socket.on('look', (look: unknown) => {
    if (!drags.allows() || !seesPresence(viewer)) return;
    const parsed = parse(lookSchema, look);
    if (parsed.ok) world.presence.set(socket.id, { looksAt: parsed.value.orderId });
  });

  socket.on('disconnect', () => world.release(socket));
}

function takeSeat(socket: LiveSocket, world: SocketWorld): void {
  const { viewer, watched } = socket.data;
  const areaIds: ReadonlySet<AreaId> = new Set(watched);
  world.presence.set(socket.id, { personId: viewer.personId, name: viewer.name, areaIds });
}

/** A client may leave the acknowledgement out, or send something else in its place. */
function replyOf<A>(reply: unknown): (answer: A) => void {
  return typeof reply === 'function' ? (answer) => (reply as (answer: A) => void)(answer) : () => undefined;
}

function isReveal(command: unknown): boolean {
  return (command as { type?: unknown }).type === 'customer.reveal';
}

/** What the person has asked to see goes to the very screen that asked (PRIV-01). */
async function showRevealed(socket: LiveSocket, parts: RealtimeParts, orderId: OrderId): Promise<void> {
  try {
    const card = await parts.revealed(socket.data.viewer, orderId);
    if (card) socket.emit('revealed', card);
  } catch (error) {
    parts.log.warn({ err: error }, 'a customer that was revealed could not be shown');
  }
}
