-- Ways that were really gone, without where they led: what travel times are learned from (TRAV, our choice). Kept for eight weeks.
create table trip (
  visit_id text primary key,
  area_id text not null references area (id),
  mode text not null check (mode in ('ebike', 'car', 'walk')),
  departed_at timestamptz(3) not null,
  arrived_at timestamptz(3) not null check (arrived_at > departed_at),
  straight_m real not null check (straight_m >= 0),
  -- Where the way began: the last position before it, or the visit left before it.
  began text not null check (began in ('position', 'visit'))
);
create index trip_age on trip (arrived_at);

-- What the last reckoning taught: all areas together where no area is named.
create table travel_lesson (
  area_id text references area (id),
  mode text not null check (mode in ('ebike', 'car', 'walk')),
  part text not null check (part in ('morning', 'day', 'evening', 'night')),
  trips integer not null check (trips >= 0),
  left_out integer not null check (left_out >= 0),
  sample real check (sample > 0),
  prior real not null check (prior > 0),
  value real not null check (value > 0),
  from_at timestamptz(3) not null,
  until_at timestamptz(3) not null,
  unique nulls not distinct (area_id, mode, part)
);

-- The lessons as the planner and the screens use them; null where nothing was learned.
alter table area add column travel jsonb;
