-- When a position was stored, by the database's own clock: the cursor by which every node tells its watchers what moved.
alter table position_last
  add column stored_at timestamptz(3) not null default clock_timestamp(),
  -- Fixes in a row that the speed gate has kept out since this one.
  add column refused_in_a_row smallint not null default 0;
create index position_last_stored on position_last (stored_at);

-- Fixes whose device clock cannot be right: kept apart for finding the cause, never shown.
create table position_quarantine (
  technician_id text not null references technician (id),
  occurred_at timestamptz(3) not null,
  seq bigint not null,
  fault text not null check (fault in ('clock_ahead', 'too_old')),
  lng double precision not null,
  lat double precision not null,
  accuracy_m real not null,
  received_at timestamptz(3) not null,
  primary key (technician_id, occurred_at, seq)
);
create index position_quarantine_age on position_quarantine using brin (received_at);
