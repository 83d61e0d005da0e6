import type { AreaId, Instant } from '#domain/base/brand.ts';
import { distanceM } from '#domain/geo/distance.ts';
import type { LearnedTravel } from '#domain/geo/hour-rates.ts';
import type { TravelLesson, Trip } from '#domain/geo/travel-lessons.ts';
import type { Queryable, Sql, Transaction } from '../client.ts';
import { formatInstant } from '../instant.ts';

/** A lesson with the time that its trips are from. */
export interface DatedLesson extends TravelLesson {
  fromAt: Instant;
  untilAt: Instant;
}

interface Way extends Omit<Trip, 'straightM'> {
  visitId: string;
  began: 'position' | 'visit';
  fromLng: number;
  fromLat: number;
  lng: number;
  lat: number;
}

/** A position tells where a way began when it was taken so shortly before or after the departure. */
const POSITION_BEFORE = '5 minutes';
const POSITION_AFTER = '1 minute';
const ACCURATE_M = 100;
/** Whoever leaves so long after the last visit may have been anywhere. */
const VISIT_BEFORE_MS = 10 * 60_000;
/** A place known less well says little about the way to it. */
const CERTAIN_M = 300;

/**
 * Keeps the trips that arrived in a span: from where the technician was when setting out, by the track or by the visit left
 * just before, to the place of the order. Trips known already stay as they are. Tells how many are new.
 */
export async function gatherTrips(sql: Sql, from: Instant, until: Instant): Promise<number> {
  const ways = await sql<Way[]>`
    with visit as (
      select v ->> 'id' as id, o.area_id, v ->> 'technicianId' as technician_id,
             (v ->> 'enRouteAt')::bigint as departed, (v ->> 'arrivedAt')::bigint as arrived, (v ->> 'leftAt')::bigint as left_at,
             (o.state #>> '{place,point,lng}')::float8 as lng, (o.state #>> '{place,point,lat}')::float8 as lat,
             coalesce((o.state #>> '{place,uncertaintyM}')::float8, 0) as uncertainty
        from orders o cross join lateral jsonb_array_elements(o.state -> 'visits') v
       where (o.ended_at is null or o.ended_at >= ${from}) and o.intake_at <= ${until} and o.state #> '{place,point}' <> 'null')
    select w.id as "visitId", w.area_id as "areaId", t.state ->> 'vehicle' as mode, w.departed as "departedAt",
           w.arrived as "arrivedAt", w.lng, w.lat, case when p.lng is null then 'visit' else 'position' end as began,
           coalesce(p.lng, b.lng) as "fromLng", coalesce(p.lat, b.lat) as "fromLat"
      from visit w
      join technician t on t.id = w.technician_id
      left join lateral (
        select lng, lat from position
         where technician_id = w.technician_id and accuracy_m <= ${ACCURATE_M}
           and occurred_at between to_timestamp(w.departed / 1000.0) - ${POSITION_BEFORE}::interval
                               and to_timestamp(w.departed / 1000.0) + ${POSITION_AFTER}::interval
         order by abs(extract(epoch from occurred_at) * 1000 - w.departed) limit 1) p on true
      left join lateral (
        select lng, lat from visit o
         where o.technician_id = w.technician_id and o.left_at between w.departed - ${VISIT_BEFORE_MS} and w.departed
         order by o.left_at desc limit 1) b on true
     where w.arrived > ${from} and w.arrived <= ${until} and w.departed < w.arrived and w.uncertainty <= ${CERTAIN_M}
       and coalesce(p.lng, b.lng) is not null`;
  const rows = ways.map((way) => ({
    visit_id: way.visitId,
    area_id: way.areaId,
    mode: way.mode,
    departed_at: formatInstant(way.departedAt),
    arrived_at: formatInstant(way.arrivedAt),
    straight_m: distanceM({ lng: way.fromLng, lat: way.fromLat }, way),
    began: way.began,
  }));
  if (rows.length === 0) return 0;
  const kept = await sql`
    insert into trip select * from json_to_recordset(${sql.json(rows)}::json) as row(visit_id text, area_id text, mode text,
      departed_at timestamptz, arrived_at timestamptz, straight_m real, began text)
    on conflict (visit_id) do nothing`;
  return kept.count;
}

/** When the youngest trip that is kept arrived; null when there is none. */
export async function lastTripAt(sql: Queryable): Promise<Instant | null> {
  const [row] = await sql<{ at: Instant | null }[]>`select max(arrived_at) as at from trip`;
  return row?.at ?? null;
}

/** Trips that arrived at or after an instant. */
export async function tripsSince(sql: Queryable, from: Instant): Promise<Trip[]> {
  return sql<Trip[]>`
    select area_id as "areaId", mode, departed_at as "departedAt", arrived_at as "arrivedAt", straight_m as "straightM"
      from trip where arrived_at >= ${from} order by arrived_at, visit_id`;
}

/** Forgets older trips. */
export async function deleteTripsBefore(sql: Queryable, before: Instant): Promise<void> {
  await sql`delete from trip where arrived_at < ${before}`;
}

/** The lessons of these areas, or of all for null, with those of all areas together. */
export async function travelLessons(
  sql: Queryable,
  areaIds: readonly AreaId[] | null,
): Promise<DatedLesson[]> {
  return sql<DatedLesson[]>`
    select area_id as "areaId", mode, part, trips, left_out as "leftOut", sample::float8, prior::float8, value::float8,
           from_at as "fromAt", until_at as "untilAt"
      from travel_lesson
     where area_id is null or ${areaIds === null} or area_id = any(${(areaIds ?? []) as string[]})
     order by area_id nulls first, mode, part`;
}

/** Puts lessons in the place of all earlier ones, and what follows from them into every area. */
export async function replaceLessons(
  tx: Transaction,
  lessons: readonly DatedLesson[],
  learned: ReadonlyMap<AreaId, LearnedTravel>,
): Promise<void> {
  await tx`delete from travel_lesson`;
  const rows = lessons.map((lesson) => ({
    area_id: lesson.areaId,
    mode: lesson.mode,
    part: lesson.part,
    trips: lesson.trips,
    left_out: lesson.leftOut,
    sample: lesson.sample,
    prior: lesson.prior,
    value: lesson.value,
    from_at: formatInstant(lesson.fromAt),
    until_at: formatInstant(lesson.untilAt),
  }));
  if (rows.length > 0)
    await tx`
      insert into travel_lesson select * from json_to_recordset(${tx.json(rows)}::json) as row(area_id text, mode text,
        part text, trips integer, left_out integer, sample real, prior real, value real, from_at timestamptz, until_at timestamptz)`;
  const taught = [...learned].map(([id, travel]) => ({ id, travel }));
  await tx`
    update area set travel = taught.travel
      from json_to_recordset(${tx.json(taught as never)}::json) as taught(id text, travel jsonb)
     where area.id = taught.id and area.travel is distinct from taught.travel`;
}
