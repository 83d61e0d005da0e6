import type fc from 'fast-check';
import type { Wire, WireEvents } from '#app/live/wire.ts';
import type { CommandAnswer, CommandEnvelope } from '#protocol/command.ts';
import type { WatchAnswer } from '#protocol/live.ts';
import type { LiveWorld } from './live-world.ts';

/** What the network does to the next thing that is sent over it. */
export type Fate = 'arrives' | 'lost' | 'twice';

export interface SimulatedServer {
  world: LiveWorld;
  execute(envelope: CommandEnvelope): CommandAnswer;
}

/**
 * A line without a network: the test's scheduler decides in which order everything arrives, `fate` what gets lost or
 * doubled, and the test when the line is cut. Worse than the real one, which keeps the order within a connection.
 */
export class SimulatedWire implements Wire {
  private events: WireEvents | null = null;
  private connection = 0;
  private up = false;
  private wanted = false;
  private readonly server: SimulatedServer;
  private readonly scheduler: fc.Scheduler;
  private readonly fate: () => Fate;

  constructor(server: SimulatedServer, scheduler: fc.Scheduler, fate: () => Fate) {
    this.server = server;
    this.scheduler = scheduler;
    this.fate = fate;
  }

  /** The server tells of the events after `from`. */
  push(from: number): void {
    if (!this.up) return;
    const changes = this.server.world.changes(from);
    this.carry(`changes ${from}`, () => this.events?.changes(changes));
  }

  cut(): void {
    if (!this.up) return;
    this.up = false;
    this.connection += 1;
    this.events?.down(false);
  }

  restore(): void {
    if (this.up || !this.wanted) return;
    this.up = true;
    this.events?.up();
  }

  open(): void {
    this.wanted = true;
    this.restore();
  }

  close(): void {
    this.wanted = false;
    this.cut();
  }

  isUp(): boolean {
    return this.up;
  }

  listen(events: WireEvents): () => void {
    this.events = events;
    return () => {
      this.events = null;
    };
  }

  watch(ask: { areas: readonly string[]; since?: Readonly<Record<string, number>> }): Promise<WatchAnswer> {
    return this.ask('watch', () => {
      const { world } = this.server;
      const since = ask.since?.[world.areaId];
      if (since === undefined || world.seq - since > 15)
        return { ok: true, data: { snapshots: [world.snapshot()], changes: [], clock: { now: 0, rate: 1 } } };
      return {
        ok: true,
        data: { snapshots: [], changes: [world.changes(since)], clock: { now: 0, rate: 1 } },
      };
    });
  }

  command(envelope: CommandEnvelope): Promise<CommandAnswer> {
    return this.ask(`command ${envelope.type}`, () => this.server.execute(envelope));
  }

  positions(): Promise<{ ok: boolean; taken: number }> {
    return Promise.resolve({ ok: true, taken: 0 });
  }

  drag(): void {
    // Presence is not part of what is simulated.
  }

  look(): void {
    // Nor is this.
  }

  /** The question travels, is answered at that moment, and the answer travels back; either way it may get lost. */
  private async ask<T>(what: string, answer: () => T): Promise<T> {
    const fate = this.fate();
    const { connection } = this;
    const lost = () => {
      if (fate === 'lost' || connection !== this.connection) throw new Error(`no answer to ${what}`);
    };
    await this.scheduler.schedule(Promise.resolve(), `${what} there`);
    if (connection !== this.connection) throw new Error(`${what} did not get there`);
    const given = answer();
    if (fate === 'twice') answer();
    await this.scheduler.schedule(Promise.resolve(), `${what} back`);
    lost();
    return given;
  }

  private carry(what: string, deliver: () => void): void {
    const fate = this.fate();
    const { connection } = this;
    for (let copy = 0; copy < (fate === 'twice' ? 2 : fate === 'lost' ? 0 : 1); copy += 1) {
      void this.scheduler.schedule(Promise.resolve(), what).then(() => {
        if (connection === this.connection) deliver();
      });
    }
  }
}
