-- Who looked at a customer's full number, and why (PRIV-01). Beside the log, which only tells that it happened: a reason is
-- free text and goes with the customer's data when that is erased.
create table customer_reveal (
  id uuid primary key,
  order_id text not null references orders (id),
  area_id text not null references area (id),
  person_id text not null,
  role text not null,
  at timestamptz(3) not null,
  reason text not null check (reason <> '')
);
create index customer_reveal_of_area on customer_reveal (area_id, at desc);
create index customer_reveal_of_person on customer_reveal (person_id, at desc);
create trigger customer_reveal_is_not_rewritten before update on customer_reveal
  for each row execute function refuse_change();

alter table event drop constraint event_entity_check;
alter table event add constraint event_entity_check
  check (entity in ('order', 'technician', 'approval', 'plan', 'area', 'timer', 'outage', 'cutover', 'reveal'));
