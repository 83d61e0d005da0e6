import type { Instant, TechnicianId } from '#domain/base/brand.ts';
import type { Order } from '#domain/order/order.ts';
import type { Technician } from '#domain/technician/technician.ts';
import type { CommandAnswer, Commands, CommandType } from '#protocol/command.ts';

/**
 * What the people of the demo work with. The same people act while the morning is written at first start
 * (through the services) and afterwards (through the sockets, like anybody).
 */
export interface Hands {
  orders(): Iterable<Order>;
  technicians(): Iterable<Technician>;
  /** `who` is a user name: a technician's id, `dispatcher`, `desk`. */
  send<T extends CommandType>(
    who: string,
    type: T,
    payload: Commands[T] & { customer?: unknown },
    version?: number,
  ): Promise<CommandAnswer>;
  report(technicianId: TechnicianId, fix: Fix): void;
}

/** Where a technician is: WGS-84 degrees, metres per second, degrees from north. */
export interface Fix {
  lng: number;
  lat: number;
  speed: number;
  heading: number | null;
  at: Instant;
}
