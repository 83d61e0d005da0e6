-- Runs of imports: what was asked, how far it is, which rows were not taken and why.
create table import_run (
  id uuid primary key,
  kind text not null check (kind in ('orders', 'technicians', 'areas')),
  file_name text not null,
  crs text not null,
  mapping jsonb not null,
  dry_run boolean not null,
  partial boolean not null,
  turn_swapped boolean not null,
  -- 'done' is written by the transaction that writes what was imported: a run that was cut off has imported nothing.
  status text not null check (status in ('running', 'checked', 'done', 'refused', 'failed')),
  requested_by text not null,
  requested_at timestamptz(3) not null,
  moved_at timestamptz(3) not null,
  finished_at timestamptz(3),
  total integer not null default 0,
  done integer not null default 0,
  taken integer not null default 0,
  already_there integer not null default 0,
  report jsonb,
  failure text
);
create index import_run_recent on import_run (requested_by, requested_at desc);

-- Proposed plans of an area's day. The planner fills `proposal`; publishing is a command.
create table plan (
  id text primary key,
  area_id text not null references area (id),
  date date not null,
  status text not null check (status in ('running', 'ready', 'published', 'failed')),
  seconds double precision not null check (seconds > 0),
  requested_by text not null,
  requested_at timestamptz(3) not null,
  finished_at timestamptz(3),
  -- The area's seq that the proposal was computed on.
  base_seq bigint,
  progress jsonb,
  proposal jsonb,
  failure text,
  published_seq bigint
);
create index plan_of_area on plan (area_id, requested_at desc);
