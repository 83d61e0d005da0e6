import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLiveClient, type LiveClient } from '#app/live/live-client.ts';
import type { CommandAnswer, CommandEnvelope } from '#protocol/command.ts';
import { contents, happen, happening } from '#tests/support/live-happenings.ts';
import { LiveWorld } from '#tests/support/live-world.ts';
import { type Fate, SimulatedWire } from '#tests/support/simulated-wire.ts';

const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('happens' as const), happening }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cut' as const), screen: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restore' as const), screen: fc.nat(2) }) },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('drag' as const), screen: fc.nat(2), order: fc.nat(3) }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('passes' as const), deliveries: fc.nat(6) }) },
);

/** Dispatching in memory: the same id is answered as before, an older version is stale, else it takes effect once. */
class Dispatching {
  readonly answers = new Map<string, CommandAnswer>();
  effects = 0;
  readonly world: LiveWorld;
  readonly onGrown: (from: number) => void;
  constructor(world: LiveWorld, onGrown: (from: number) => void) {
    this.world = world;
    this.onGrown = onGrown;
  }

  execute = (envelope: CommandEnvelope): CommandAnswer => {
    const earlier = this.answers.get(envelope.id);
    if (earlier) return earlier;
    const answer = this.decide(envelope);
    this.answers.set(envelope.id, answer);
    return answer;
  };

  private decide(envelope: CommandEnvelope): CommandAnswer {
    const { orderId, technicianId } = envelope.payload as { orderId: string; technicianId: string };
    const order = this.world.orders.get(orderId);
    if (!order) return { ok: false, code: 'not_found', title: 'No such order.' };
    if (order.version !== envelope.version)
      return { ok: false, code: 'stale', title: 'Stale.', current: order };
    if (order.technicianId) return { ok: false, code: 'refused', title: 'Refused by STATE.' };
    const from = this.world.seq;
    this.world.order(orderId, { type: 'order.dispatched', data: { technicianId, accompanied: false } });
    this.effects += 1;
    this.onGrown(from);
    return {
      ok: true,
      data: {
        replay: false,
        areaId: this.world.areaId,
        seq: this.world.seq,
        orderId,
        version: order.version + 1,
        warnings: [],
        committedAt: this.world.seq,
      },
    };
  }
}

describe('live client', () => {
  it('all screens come to the server’s state, every command to one answer and at most one effect, whatever the network does', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(step, { minLength: 1, maxLength: 40 }),
        fc.infiniteStream(fc.constantFrom<Fate>('arrives', 'arrives', 'arrives', 'arrives', 'lost', 'twice')),
        async (scheduler, steps, fates) => {
          let faults = true;
          const fate = (): Fate => (faults ? (fates.next().value as Fate) : 'arrives');
          const world = new LiveWorld();
          for (let round = 0; round < 2; round += 1)
            for (let order = 0; order < 4; order += 1) happen(world, [9, order, order]);
          const wires: SimulatedWire[] = [];
          const tell = (from: number) => {
            for (const wire of wires) wire.push(from);
          };
          const server = new Dispatching(world, tell);
          const clients: LiveClient[] = [];
          let ids = 0;
          for (let screen = 0; screen < 3; screen += 1) {
            const wire = new SimulatedWire(server, scheduler, fate);
            const client = createLiveClient({
              wire,
              undoReason: 'undo',
              now: () => 0,
              newId: () => `c${++ids}`,
              random: () => 0.5,
              wait: () => scheduler.schedule(Promise.resolve(), 'pause'),
              signedIn: async () => true,
              onMismatch: (_area, error) => {
                throw error;
              },
            });
            wires.push(wire);
            clients.push(client);
            client.start();
            client.turnTo([world.areaId]);
          }
          await scheduler.waitIdle();
          const answers: Promise<CommandAnswer>[] = [];
          for (const one of steps) {
            if (one.kind === 'passes') {
              for (let n = 0; n < one.deliveries && scheduler.count() > 0; n += 1)
                await scheduler.waitNext(1);
            } else if (one.kind === 'happens') {
              const from = world.seq;
              happen(world, one.happening);
              tell(from);
            } else if (one.kind === 'cut') {
              wires[one.screen]?.cut();
            } else if (one.kind === 'restore') {
              wires[one.screen]?.restore();
            } else {
              const orderId = `o${one.order}`;
              const order = clients[one.screen]?.board.get().areas.get(world.areaId)?.orders.get(orderId);
              if (!order || order.technicianId) continue;
              const sent = clients[one.screen]?.send(
                'order.dispatch',
                { orderId, technicianId: 't0' },
                { predicted: [{ ...order, technicianId: 't0', status: 'dispatched' }] },
              );
              if (sent) answers.push(sent);
            }
          }
          faults = false;
          for (const wire of wires) wire.restore();
          await scheduler.waitIdle();
          tell(world.seq);
          await scheduler.waitIdle();

          const settled = await Promise.all(answers);
          expect(settled.filter((answer) => answer.ok)).toHaveLength(server.effects);
          for (const client of clients) {
            const committed = contents(client.committed.get(), world.areaId);
            expect(committed?.seq).toBe(world.seq);
            expect(committed?.orders).toEqual(Object.fromEntries([...world.orders].sort()));
            expect(committed?.technicians).toEqual(Object.fromEntries([...world.technicians].sort()));
            expect(committed?.cards).toEqual(Object.fromEntries([...world.cards].sort()));
            // Nothing that was refused stays on the screen, nothing is shown that is not so.
            expect(client.pending.get()).toEqual([]);
            expect(contents(client.board.get(), world.areaId)).toEqual(committed);
            expect(client.line.get()).toMatchObject({ watching: true, queued: 0, refusing: false });
          }
        },
      ),
      { numRuns: 300, endOnFailure: true },
    );
  });
});
