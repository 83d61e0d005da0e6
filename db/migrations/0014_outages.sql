-- Faults of several estates (OUTG-01…04); the orders that wait for one name it in their own state.
create table outage (
  id text primary key,
  area_id text not null references area (id),
  status text not null check (status in ('suspected', 'confirmed', 'restoring', 'restored', 'verified', 'closed')),
  opened_at timestamptz(3) not null,
  version integer not null check (version > 0),
  state jsonb not null
);
create index outage_of_area on outage (area_id, opened_at) where status <> 'closed';
create index orders_of_outage on orders ((state ->> 'outageId')) where state ->> 'outageId' is not null;

alter table event drop constraint event_entity_check;
alter table event add constraint event_entity_check
  check (entity in ('order', 'technician', 'approval', 'plan', 'area', 'timer', 'outage'));
