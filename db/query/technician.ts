import type { FormerTechnician, Technician } from '#domain/technician/technician.ts';
import type { Queryable, Sent, Transaction } from '../client.ts';

type StateRow = { state: Technician };

/** One technician, or null. */
export async function technicianById(sql: Queryable, id: string): Promise<Technician | null> {
  const [row] = await sql<StateRow[]>`select state from technician where id = ${id}`;
  return row?.state ?? null;
}

/** The same, held until the transaction ends. */
export async function lockTechnician(tx: Transaction, id: string): Promise<Technician | null> {
  const [row] = await tx<StateRow[]>`select state from technician where id = ${id} for update`;
  return row?.state ?? null;
}

/** The technicians of the areas named (null = all), by id; who left is none of them. */
export async function techniciansOf(
  sql: Queryable,
  areaIds: readonly string[] | null,
): Promise<Technician[]> {
  const rows = await sql<StateRow[]>`
    select state from technician
    where (${areaIds === null} or area_id = any(${(areaIds ?? []) as string[]})) and state ->> 'leftAt' is null
    order by id`;
  return rows.map(({ state }) => state);
}

/** Who has left an area, by id. */
export async function formerTechniciansOf(sql: Queryable, areaId: string): Promise<FormerTechnician[]> {
  return sql<FormerTechnician[]>`
    select id, number, name from technician
    where area_id = ${areaId} and state ->> 'leftAt' is not null order by id`;
}

export interface SealedPhone {
  cipher: Buffer;
  index: Buffer;
}

/** Writes technicians, new or changed. A phone is kept as it is when none is given. */
export function writeTechnicians(
  tx: Transaction,
  list: readonly { technician: Technician; phone?: SealedPhone | null }[],
): Sent[] {
  return list.map(({ technician, phone }) =>
    tx`
      insert into technician (id, number, area_id, name, on_duty, version, state, phone_cipher, phone_index)
      values (${technician.id}, ${technician.number}, ${technician.areaId}, ${technician.name},
        ${technician.onDuty}, ${technician.version}, ${tx.json(technician as never)},
        ${phone?.cipher ?? null}, ${phone?.index ?? null})
      on conflict (id) do update set number = excluded.number, area_id = excluded.area_id, name = excluded.name,
        on_duty = excluded.on_duty, version = excluded.version, state = excluded.state,
        phone_cipher = coalesce(excluded.phone_cipher, technician.phone_cipher),
        phone_index = coalesce(excluded.phone_index, technician.phone_index)`.execute(),
  );
}

/** Those of these technicians that are registered. */
export async function techniciansById(sql: Queryable, ids: readonly string[]): Promise<Technician[]> {
  const rows = await sql<StateRow[]>`select state from technician where id = any(${ids as string[]})`;
  return rows.map(({ state }) => state);
}
