import type { Instant, OrderId } from '#domain/base/brand.ts';
import { AreaExpectations, type Expectations } from '#domain/scheduling/expected-area.ts';
import type { ExpectedVisit } from '#domain/scheduling/expected-day.ts';
import type { TechnicianPosition } from '#domain/technician/technician.ts';
import type { AreaBoard } from './board.ts';

/** What is expected of today's visits in the watched areas: the function that the server uses, kept up with the board. */
export class BoardExpectations {
  private readonly areas = new Map<string, AreaExpectations>();
  private parts: readonly Expectations[] = [];
  private joined: Expectations = new Map();

  /** Every visit of today; the same map as long as nothing in it has changed. */
  of(
    boards: readonly AreaBoard[],
    positionOf: (technicianId: string) => TechnicianPosition | undefined,
    now: Instant,
  ): Expectations {
    const parts = boards.map(({ area, orders, technicians }) => {
      const known = this.areas.get(area.id) ?? new AreaExpectations();
      this.areas.set(area.id, known);
      return known.of({
        area,
        orders: orders.values(),
        technicians: technicians.values(),
        positionOf,
        now,
      });
    });
    if (parts.length === this.parts.length && parts.every((part, i) => part === this.parts[i]))
      return this.joined;
    this.parts = parts;
    this.joined = new Map<OrderId, ExpectedVisit>(parts.flatMap((part) => [...part]));
    return this.joined;
  }
}
