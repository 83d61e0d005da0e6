-- Planned work on the network (CUTV-01): what is announced, to be announced or under way, and for the figures what was.
create table cutover (
  id text primary key,
  area_id text not null references area (id),
  status text not null check (status in ('planned', 'announced', 'running', 'done', 'cancelled')),
  start_at timestamptz(3) not null,
  end_at timestamptz(3) not null check (end_at > start_at),
  version integer not null check (version > 0),
  state jsonb not null
);
create index cutover_of_area on cutover (area_id, start_at);

alter table event drop constraint event_entity_check;
alter table event add constraint event_entity_check
  check (entity in ('order', 'technician', 'approval', 'plan', 'area', 'timer', 'outage', 'cutover'));
