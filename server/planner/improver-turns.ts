import type { AreaId } from '#domain/base/brand.ts';

/**
 * Whose turn it is to be looked at: the area that waits longest, but every second turn one whose day was upset since, so that a visit
 * called off or a technician who drops out does not wait for every other area, and none waits for ever.
 */
export class ImproverTurns {
  /** The seq at which each area was looked at, the one that waits longest first. */
  private readonly looked = new Map<AreaId, number>();
  private hasJumped = false;

  /** Where the areas' logs stood when they were looked at. */
  get lookedAt(): ReadonlyMap<AreaId, number> {
    return this.looked;
  }

  /** The next of the areas at work; null when there is none. `upset`: those with an event since that upsets a day. */
  next(atWork: readonly AreaId[], upset: ReadonlySet<AreaId>): AreaId | null {
    const known = new Set(atWork);
    const waiting = [
      ...atWork.filter((areaId) => !this.looked.has(areaId)),
      ...[...this.looked.keys()].filter((areaId) => known.has(areaId)),
    ];
    const jumps = this.hasJumped ? undefined : waiting.slice(1).find((areaId) => upset.has(areaId));
    this.hasJumped = jumps !== undefined && !upset.has(waiting[0] ?? '');
    return (this.hasJumped ? jumps : waiting[0]) ?? null;
  }

  /** The area was looked at as of that seq; it goes to the end. Null leaves the seq as it was: the look failed. */
  took(areaId: AreaId, seq: number | null): void {
    const before = this.looked.get(areaId) ?? 0;
    this.looked.delete(areaId);
    this.looked.set(areaId, seq ?? before);
  }
}
