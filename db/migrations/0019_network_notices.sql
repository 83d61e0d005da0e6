-- Timers of outages and cutovers tell their alarms, too (OUTG-04, CUTV-01): a notice is about one of them or about an order.
alter table timer_notice
  add column subject text not null default 'order' check (subject in ('order', 'outage', 'cutover')),
  add column subject_id text;
update timer_notice set subject_id = order_id;
alter table timer_notice drop constraint timer_notice_pkey, alter column order_id drop not null;
alter table timer_notice
  alter column subject_id set not null,
  add primary key (subject, subject_id, timer, started_at, level),
  add check (case subject when 'order' then order_id is not null and order_id = subject_id else order_id is null end);
create index timer_notice_of_order on timer_notice (order_id) where order_id is not null;
