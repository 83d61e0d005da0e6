-- What the timers of an order have told: one row for each run of a timer and level, for ever, so that no level fires twice.
create table timer_notice (
  order_id text not null references orders (id),
  timer text not null check (timer ~ '^T_[A-Z0-9_]+$'),
  started_at timestamptz(3) not null,
  level text not null check (level in ('warning', 'due')),
  area_id text not null references area (id),
  -- When the level was reached; `raised_at` is later when nobody looked at that moment.
  at timestamptz(3) not null,
  raised_at timestamptz(3) not null check (raised_at >= at),
  state jsonb not null,
  primary key (order_id, timer, started_at, level)
);
create index timer_notice_of_area on timer_notice (area_id, raised_at desc);

alter table event drop constraint event_entity_check;
alter table event add constraint event_entity_check
  check (entity in ('order', 'technician', 'approval', 'plan', 'area', 'timer'));
