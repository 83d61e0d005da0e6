-- Orders, their promises and their places in the technicians' days. `state` is the order as the rules see it, folded
-- from the log; the columns beside it serve lists and constraints.
create table orders (
  id text primary key check (id <> '' and length(id) <= 64),
  branch text not null default 'main',
  number text not null check (number <> ''),
  area_id text not null references area (id),
  type text not null,
  status text not null,
  customer_class text not null,
  technician_id text references technician (id),
  estate text,
  planned_start timestamptz(3),
  planned_end timestamptz(3),
  promised_start timestamptz(3),
  promised_end timestamptz(3),
  company_change_count integer not null check (company_change_count >= 0),
  intake_at timestamptz(3) not null,
  ended_at timestamptz(3),
  version integer not null check (version > 0),
  state jsonb not null,
  check ((planned_start is null) = (planned_end is null)),
  check (planned_end > planned_start),
  check (promised_end >= promised_start),
  unique (branch, number)
);
create index orders_of_area on orders (area_id, status);
create index orders_by_intake on orders (area_id, intake_at desc, id);
create index orders_of_technician on orders (technician_id) where technician_id is not null and ended_at is null;
create index orders_of_parent on orders ((state ->> 'parentOrderId')) where state ->> 'parentOrderId' is not null;
create index orders_of_visit on orders using gin ((state -> 'visits') jsonb_path_ops);
create index orders_unfinished on orders (area_id) where ended_at is null;

-- Who the customer is: beside the log, so that it can be erased without breaking the chain. The phone is encrypted;
-- its index answers "which orders have this number" without showing it.
create table order_contact (
  order_id text primary key references orders (id),
  area_id text not null references area (id),
  name text not null,
  phone_cipher bytea,
  phone_index bytea,
  address text not null,
  note text not null
);
create index order_contact_phone on order_contact (phone_index);

-- Every version of every promise, for ever (I8, I9, CHG-01, CHG-03). The rules decide; this refuses what they must never allow.
create table appointment_ledger (
  order_id text not null references orders (id),
  version integer not null check (version > 0),
  area_id text not null references area (id),
  start_at timestamptz(3) not null,
  end_at timestamptz(3) not null check (end_at >= start_at),
  proposed_by text not null check (proposed_by in ('customer', 'company')),
  confirmed_at timestamptz(3) not null,
  confirmed_by text not null,
  channel text not null,
  -- The window of the standard in force, and whether this order may lie outside it.
  tz text not null,
  window_opens time not null,
  window_closes time not null,
  window_exempt boolean not null,
  cause text check (cause in ('customer', 'company', 'third_party', 'force_majeure')),
  reason text,
  requested_by text,
  requested_at timestamptz(3),
  notified_at timestamptz(3),
  notice_lead_min double precision,
  notice_min double precision,
  short_notice boolean not null default false,
  counted boolean not null default false,
  -- How many counted changes the order has had with this one, and how many are allowed; set by the trigger below.
  counted_no integer not null default 0,
  change_max integer,
  approval_by text,
  approval_role text,
  approval_reason text,
  approval_at timestamptz(3),
  command_id uuid not null,
  primary key (order_id, version),
  constraint promise_inside_visit_window check (
    window_exempt or approval_by is not null or (
      (start_at at time zone tz)::time >= window_opens and (start_at at time zone tz)::time < window_closes
      and (end_at at time zone tz)::date = (start_at at time zone tz)::date
      and (end_at at time zone tz)::time <= window_closes)),
  constraint change_tells_why check (
    version = 1 or cause is null or (requested_by is not null and requested_at is not null and notified_at is not null)),
  constraint customer_causes_are_not_counted check (not counted or cause <> 'customer'),
  constraint short_notice_is_approved_by_another check (
    cause is null or cause = 'customer' or not short_notice
    or (approval_by is not null and approval_by <> requested_by)),
  constraint change_over_limit_is_approved_by_another check (
    not counted or change_max is null or counted_no <= change_max
    or (approval_by is not null and approval_by <> requested_by)),
  constraint approval_is_whole check (
    (approval_by is null) = (approval_reason is null) and (approval_by is null) = (approval_at is null))
);
create unique index appointment_ledger_count on appointment_ledger (order_id, counted_no) where counted;

-- Count and notice are taken from the ledger itself, not from what the writer believes.
create function judge_promise() returns trigger language plpgsql as $$
declare
  replaced timestamptz;
begin
  select count(*) + (case when new.counted then 1 else 0 end) into new.counted_no
    from appointment_ledger where order_id = new.order_id and counted;
  if new.counted then
    select start_at into replaced from appointment_ledger
      where order_id = new.order_id and version < new.version order by version desc limit 1;
    if not new.short_notice
      and least(replaced, new.start_at) - new.notified_at < make_interval(secs => new.notice_min * 60) then
      raise exception 'the notice of version % of the promise of order % is short', new.version, new.order_id
        using errcode = 'check_violation', constraint = 'short_notice_is_told_truly';
    end if;
  end if;
  return new;
end $$;
create trigger appointment_ledger_counts before insert on appointment_ledger
  for each row execute function judge_promise();
create trigger appointment_ledger_is_append_only before update or delete on appointment_ledger
  for each row execute function refuse_change();
create trigger appointment_ledger_is_never_emptied before truncate on appointment_ledger
  for each statement execute function refuse_change();

-- An order's place in a technician's day. One row an order, so never two technicians; no overlap among active rows of one
-- technician, checked at the end of each statement so that a whole day is moved by one.
create table visit_slot (
  order_id text primary key references orders (id),
  area_id text not null references area (id),
  technician_id text not null references technician (id),
  slot tstzrange not null check (not isempty(slot) and lower(slot) is not null and upper(slot) is not null),
  active boolean not null,
  constraint visit_slot_no_overlap exclude using gist (technician_id with =, slot with &&) where (active)
    deferrable initially immediate
);
create index visit_slot_day on visit_slot (technician_id, lower(slot)) where active;

create table approval (
  id text primary key,
  order_id text not null references orders (id),
  area_id text not null references area (id),
  command_type text not null,
  status text not null check (status in ('pending', 'approved', 'rejected', 'lapsed')),
  approver text not null,
  requested_by text not null,
  requested_at timestamptz(3) not null,
  decided_by text,
  version integer not null check (version > 0),
  state jsonb not null,
  constraint approver_is_another check (decided_by is null or decided_by <> requested_by)
);
create unique index approval_one_pending on approval (order_id, command_type) where status = 'pending';
create index approval_open on approval (area_id) where status = 'pending';
