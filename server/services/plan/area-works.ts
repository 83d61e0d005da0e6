import type { Sql } from '#db/client.ts';
import { type AreaWorkAtSeq, readAreaWork } from '#db/query/area-work.ts';
import type { AreaId, Instant } from '#domain/base/brand.ts';

/** The areas' work as it was read last, so that reading one again costs what has changed. */
export class AreaWorks {
  private readonly sql: Sql;
  private readonly kept = new Map<AreaId, AreaWorkAtSeq>();

  constructor(sql: Sql) {
    this.sql = sql;
  }

  /** An area's work now; null when there is no such area. */
  async of(areaId: AreaId, now: Instant): Promise<AreaWorkAtSeq | null> {
    const read = await readAreaWork(this.sql, areaId, now, this.kept.get(areaId));
    if (read) this.kept.set(areaId, read);
    else this.kept.delete(areaId);
    return read;
  }
}
