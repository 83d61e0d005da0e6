import type { Queryable } from '../client.ts';

export interface LogFault {
  areaId: string;
  /** The first row that does not fit; for `head` the seq that the head claims. */
  seq: number;
  fault: 'gap' | 'hash' | 'head';
}

/**
 * Recomputes the chain of an area (or of all): rows must count 1, 2, 3 …, each hash must follow from the one before and
 * from every column of its row, and the head must be the last row. Answers with the first fault of each area.
 */
export async function verifyLog(sql: Queryable, areaId?: string): Promise<LogFault[]> {
  return sql<LogFault[]>`
    with linked as (
      select e.area_id, e.seq, e.hash, row_number() over chain as place,
        event_digest(coalesce(lag(e.hash) over chain, decode(repeat('00', 32), 'hex')), e) as expected
      from event e where ${areaId ?? null}::text is null or e.area_id = ${areaId ?? null}
      window chain as (partition by e.area_id order by e.seq)
    ), faults as (
      select area_id, seq, case when seq <> place then 'gap' else 'hash' end as fault
      from linked where seq <> place or hash <> expected
      union all
      select h.area_id, h.seq, 'head' from area_head h
      left join lateral (select seq, hash from event e where e.area_id = h.area_id order by seq desc limit 1) last on true
      where (${areaId ?? null}::text is null or h.area_id = ${areaId ?? null})
        and (h.seq <> coalesce(last.seq, 0) or h.hash <> coalesce(last.hash, decode(repeat('00', 32), 'hex')))
    )
    select distinct on (area_id) area_id as "areaId", seq, fault from faults order by area_id, seq, fault = 'head'`;
}
