-- Technicians and where they are. `state` is the technician as the rules see it, folded from the log.
create table technician (
  id text primary key check (id ~ '^[a-z0-9][a-z0-9_-]{0,39}$'),
  branch text not null default 'main',
  number text not null,
  area_id text not null references area (id),
  name text not null,
  on_duty boolean not null,
  version integer not null check (version > 0),
  state jsonb not null,
  phone_cipher bytea,
  phone_index bytea,
  unique (branch, number)
);
create index technician_of_area on technician (area_id);

alter table area add constraint area_lead_is_known
  foreign key (lead_technician_id) references technician (id) deferrable initially deferred;

-- The raw track: on duty only, kept for a short time only. A fix that is sent twice is the same row.
create table position (
  technician_id text not null references technician (id),
  occurred_at timestamptz(3) not null,
  seq bigint not null,
  lng double precision not null check (lng between -180 and 180),
  lat double precision not null check (lat between -90 and 90),
  accuracy_m real not null check (accuracy_m >= 0),
  speed real,
  heading real,
  received_at timestamptz(3) not null,
  primary key (technician_id, occurred_at, seq)
);
create index position_age on position using brin (received_at);

-- The newest position of each technician; an older fix never replaces a newer one.
create table position_last (
  technician_id text primary key references technician (id),
  area_id text not null references area (id),
  lng double precision not null,
  lat double precision not null,
  accuracy_m real not null,
  speed real,
  heading real,
  occurred_at timestamptz(3) not null,
  received_at timestamptz(3) not null
);
create index position_last_of_area on position_last (area_id);
