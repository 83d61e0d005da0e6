import type { Area } from '#domain/area/area.ts';
import type { Queryable, Sent, Transaction } from '../client.ts';

/** SQL for what an area is, from the table or its alias. */
export const areaColumns = (sql: Queryable, alias = 'area') => {
  const of = sql(alias);
  return sql`${of}.id, ${of}.name, ${of}.region, ${of}.polygon, ${of}.lead_technician_id as "leadTechnicianId",
    ${of}.standard_id as "standardId", ${of}.lead_terms as "leadTerms", ${of}.travel`;
};

/** One area, or null. */
export async function areaById(sql: Queryable, id: string): Promise<Area | null> {
  const [area] = await sql<Area[]>`select ${areaColumns(sql)} from area where id = ${id}`;
  return area ?? null;
}

/** One area, held until the transaction ends; null when there is none. */
export async function lockArea(tx: Transaction, id: string): Promise<Area | null> {
  const [area] = await tx<Area[]>`select ${areaColumns(tx)} from area where id = ${id} for update`;
  return area ?? null;
}

/** The areas named, or all of them for null, by id. */
export async function areas(sql: Queryable, ids: readonly string[] | null): Promise<Area[]> {
  return sql<Area[]>`
    select ${areaColumns(sql)} from area
    where ${ids === null} or id = any(${(ids ?? []) as string[]}) order by id`;
}

/** Writes a new area or replaces what is known of it. */
export function writeArea(sql: Queryable, area: Area): Sent {
  return sql`
    insert into area (id, name, region, polygon, lead_technician_id, standard_id, lead_terms)
    values (${area.id}, ${area.name}, ${area.region}, ${area.polygon ? sql.json(area.polygon as never) : null},
      ${area.leadTechnicianId}, ${area.standardId}, ${sql.json((area.leadTerms ?? []) as never)})
    on conflict (id) do update set name = excluded.name, region = excluded.region, polygon = excluded.polygon,
      lead_technician_id = excluded.lead_technician_id, standard_id = excluded.standard_id, lead_terms = excluded.lead_terms,
      version = area.version + 1`.execute();
}
