import type { AreaId, Instant, TechnicianId } from '#domain/base/brand.ts';
import type { TechnicianPosition } from '#domain/technician/technician.ts';
import type { Queryable } from '../client.ts';

/** Someone who may report positions, and the last one of theirs that passed the gate. */
export interface Reporter {
  technicianId: TechnicianId;
  areaId: AreaId;
  onDutySince: Instant | null;
  consented: boolean;
  last: { lng: number; lat: number; accuracyM: number; occurredAt: Instant } | null;
  refusedInARow: number;
}

/** One fix as it is stored. */
export interface StoredFix extends TechnicianPosition {
  /** The device's own count; with the time it makes a fix that is sent twice the same row. */
  seq: number;
}

export interface QuarantinedFix extends StoredFix {
  fault: 'clock_ahead' | 'too_old';
}

/** A technician's newest position with what the gate must remember of it. */
export interface LastPosition extends TechnicianPosition {
  areaId: AreaId;
  refusedInARow: number;
}

/** The technicians with these ids, as far as they exist. */
export async function reportersOf(sql: Queryable, ids: readonly TechnicianId[]): Promise<Reporter[]> {
  const rows = await sql`
    select t.id, t.area_id, t.on_duty, t.state -> 'onDutySince' as since, t.state -> 'consent' as consent,
           l.lng, l.lat, l.accuracy_m, l.occurred_at, coalesce(l.refused_in_a_row, 0) as refused
      from technician t left join position_last l on l.technician_id = t.id
     where t.id = any(${ids as string[]})`;
  return rows.map((row) => ({
    technicianId: row.id,
    areaId: row.area_id,
    onDutySince: row.on_duty ? (row.since ?? 0) : null,
    consented: row.consent !== null,
    last:
      row.lng === null
        ? null
        : { lng: row.lng, lat: row.lat, accuracyM: row.accuracy_m, occurredAt: row.occurred_at },
    refusedInARow: row.refused,
  }));
}

/** Adds fixes to the raw track in one statement. A fix that is there already stays as it is. */
export async function storeFixes(sql: Queryable, fixes: readonly StoredFix[]): Promise<void> {
  if (fixes.length === 0) return;
  await sql`
    insert into position (technician_id, occurred_at, seq, lng, lat, accuracy_m, speed, heading, received_at)
    select * from unnest(
      ${fixes.map((fix) => fix.technicianId)}::text[], ${instants(fixes, 'occurredAt')}::timestamptz[],
      ${fixes.map((fix) => fix.seq)}::bigint[], ${fixes.map((fix) => fix.lng)}::float8[],
      ${fixes.map((fix) => fix.lat)}::float8[], ${fixes.map((fix) => fix.accuracyM)}::real[],
      ${fixes.map((fix) => fix.speed)}::real[], ${fixes.map((fix) => fix.heading)}::real[],
      ${instants(fixes, 'receivedAt')}::timestamptz[])
    on conflict do nothing`;
}

/** Sets aside fixes with an impossible clock. */
export async function storeQuarantined(sql: Queryable, fixes: readonly QuarantinedFix[]): Promise<void> {
  if (fixes.length === 0) return;
  await sql`
    insert into position_quarantine (technician_id, occurred_at, seq, fault, lng, lat, accuracy_m, received_at)
    select * from unnest(
      ${fixes.map((fix) => fix.technicianId)}::text[], ${instants(fixes, 'occurredAt')}::timestamptz[],
      ${fixes.map((fix) => fix.seq)}::bigint[], ${fixes.map((fix) => fix.fault)}::text[],
      ${fixes.map((fix) => fix.lng)}::float8[], ${fixes.map((fix) => fix.lat)}::float8[],
      ${fixes.map((fix) => fix.accuracyM)}::real[], ${instants(fixes, 'receivedAt')}::timestamptz[])
    on conflict do nothing`;
}

/**
 * Moves the newest positions on, at most one a technician. An older position never replaces a newer one, whichever
 * node it came by (I20).
 */
export async function moveLastPositions(sql: Queryable, positions: readonly LastPosition[]): Promise<void> {
  if (positions.length === 0) return;
  await sql`
    insert into position_last
      (technician_id, area_id, lng, lat, accuracy_m, speed, heading, occurred_at, received_at, refused_in_a_row)
    select * from unnest(
      ${positions.map((position) => position.technicianId)}::text[],
      ${positions.map((position) => position.areaId)}::text[],
      ${positions.map((position) => position.lng)}::float8[], ${positions.map((position) => position.lat)}::float8[],
      ${positions.map((position) => position.accuracyM)}::real[],
      ${positions.map((position) => position.speed)}::real[],
      ${positions.map((position) => position.heading)}::real[],
      ${instants(positions, 'occurredAt')}::timestamptz[], ${instants(positions, 'receivedAt')}::timestamptz[],
      ${positions.map((position) => position.refusedInARow)}::smallint[])
    on conflict (technician_id) do update set
      area_id = excluded.area_id, lng = excluded.lng, lat = excluded.lat, accuracy_m = excluded.accuracy_m,
      speed = excluded.speed, heading = excluded.heading, occurred_at = excluded.occurred_at,
      received_at = excluded.received_at, refused_in_a_row = excluded.refused_in_a_row, stored_at = clock_timestamp()
    where excluded.occurred_at > position_last.occurred_at`;
}

/** Remembers how many fixes in a row the speed gate has kept out. */
export async function countRefusedFixes(
  sql: Queryable,
  counts: readonly { technicianId: TechnicianId; refusedInARow: number }[],
): Promise<void> {
  if (counts.length === 0) return;
  await sql`
    update position_last set refused_in_a_row = counted.refused
      from unnest(${counts.map((count) => count.technicianId)}::text[],
                  ${counts.map((count) => count.refusedInARow)}::smallint[]) as counted (technician_id, refused)
     where position_last.technician_id = counted.technician_id`;
}

export interface MovedPositions {
  /** The database's clock at the reading: where the next reading starts. */
  readAt: Instant;
  positions: (TechnicianPosition & { areaId: AreaId })[];
}

/** The newest positions in these areas that were stored after an instant of the database's clock. */
export async function positionsStoredAfter(
  sql: Queryable,
  areaIds: readonly AreaId[],
  storedAfter: Instant,
): Promise<MovedPositions> {
  const rows = await sql`
    select clock.at as read_at, l.*
      from (select clock_timestamp()::timestamptz(3) as at) clock
      left join position_last l on l.area_id = any(${areaIds as string[]}) and l.stored_at > ${storedAfter}`;
  return {
    readAt: rows[0]?.read_at ?? storedAfter,
    positions: rows.filter((row) => row.technician_id !== null).map(toPosition),
  };
}

/** The newest positions in an area. */
export async function lastPositions(sql: Queryable, areaId: AreaId): Promise<TechnicianPosition[]> {
  const rows = await sql`select * from position_last where area_id = ${areaId} order by technician_id`;
  return rows.map(toPosition).map(({ areaId: _, ...position }) => position);
}

/** A technician's newest position, or null. */
export async function lastPositionOf(
  sql: Queryable,
  technicianId: TechnicianId,
): Promise<TechnicianPosition | null> {
  const [row] = await sql`select * from position_last where technician_id = ${technicianId}`;
  return row ? toPosition(row) : null;
}

// biome-ignore lint/suspicious/noExplicitAny: a row of the driver
function toPosition(row: any): TechnicianPosition & { areaId: AreaId } {
  return {
    technicianId: row.technician_id,
    areaId: row.area_id,
    lng: row.lng,
    lat: row.lat,
    accuracyM: row.accuracy_m,
    speed: row.speed,
    heading: row.heading,
    occurredAt: row.occurred_at,
    receivedAt: row.received_at,
  };
}

function instants(
  positions: readonly TechnicianPosition[],
  name: 'occurredAt' | 'receivedAt',
): readonly string[] {
  return positions.map((position) => new Date(position[name]).toISOString());
}
