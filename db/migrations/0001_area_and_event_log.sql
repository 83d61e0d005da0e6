-- The areas and their append-only logs. An area's head row is the one lock that makes `seq` gapless, in commit order,
-- and chained by hash (reliability: one lock row per region).

create table area (
  id text primary key check (id ~ '^[a-z0-9][a-z0-9_-]{0,39}$'),
  branch text not null default 'main',
  name text not null check (name <> ''),
  region text not null check (region in ('urban', 'township', 'village')),
  polygon jsonb,
  lead_technician_id text,
  standard_id text not null,
  version integer not null default 1 check (version > 0),
  created_at timestamptz(3) not null default now(),
  unique (branch, name)
);

create table area_head (
  area_id text primary key references area (id),
  seq bigint not null default 0 check (seq >= 0),
  hash bytea not null default decode(repeat('00', 32), 'hex') check (octet_length(hash) = 32)
);

create function open_area_log() returns trigger language plpgsql as $$
begin
  insert into area_head (area_id) values (new.id);
  return new;
end $$;
create trigger area_opens_its_log after insert on area for each row execute function open_area_log();

create table event (
  area_id text not null references area (id),
  seq bigint not null check (seq > 0),
  -- Milliseconds, the resolution of every instant in the program: what is hashed is what is read back.
  at timestamptz(3) not null,
  type text not null check (type ~ '^[a-z_]+\.[a-z_]+$'),
  entity text not null check (entity in ('order', 'technician', 'approval', 'plan', 'area')),
  entity_id text not null,
  version integer not null check (version > 0),
  actor_id text not null,
  actor_role text not null,
  command_id uuid not null,
  -- The payload as it was written, to the byte: the hash is over this text, never over JSON written anew.
  data text not null check (data::jsonb is not null),
  hash bytea not null check (octet_length(hash) = 32),
  primary key (area_id, seq)
);
create index event_of_entity on event (entity, entity_id);
create index event_of_command on event (command_id);

-- Which orders an event touches, so that an order's history finds the plans and approvals that moved it.
create table event_order (
  area_id text not null,
  seq bigint not null,
  order_id text not null,
  primary key (area_id, seq, order_id),
  foreign key (area_id, seq) references event (area_id, seq)
);
create index event_order_history on event_order (order_id, area_id, seq);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% on % is refused: it is append-only', tg_op, tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger event_is_append_only before update or delete on event
  for each row execute function refuse_change();
create trigger event_is_never_emptied before truncate on event
  for each statement execute function refuse_change();
create trigger event_order_is_append_only before update or delete on event_order
  for each row execute function refuse_change();
create trigger event_order_is_never_emptied before truncate on event_order
  for each statement execute function refuse_change();

-- One field of the hashed text: its length in bytes, a colon, itself. No two rows can give the same text.
create function framed(field text) returns text language sql immutable strict parallel safe
  as $$ select octet_length(field)::text || ':' || field $$;

-- sha256(hash of the event before ‖ every column of this one).
create function event_digest(previous bytea, e event) returns bytea language sql stable parallel safe
as $$
  select sha256(previous || convert_to(
    framed(e.area_id) || framed(e.seq::text) || framed(((extract(epoch from e.at) * 1000)::bigint)::text)
    || framed(e.type) || framed(e.entity) || framed(e.entity_id) || framed(e.version::text)
    || framed(e.actor_id) || framed(e.actor_role) || framed(e.command_id::text) || framed(e.data), 'UTF8'))
$$;

-- Appends events to an area's log and returns its new seq. `rows`: [{type, entity, id, version, data: text, orders: [id]}].
create function append_events(
  log_area text, log_at timestamptz, log_actor text, log_role text, log_command uuid, rows jsonb
) returns bigint language plpgsql as $$
declare
  head area_head;
  item jsonb;
  added event;
begin
  select * into head from area_head where area_id = log_area for update;
  if not found then
    raise exception 'area % has no log', log_area using errcode = 'foreign_key_violation';
  end if;
  for item in select value from jsonb_array_elements(rows) loop
    added := row(log_area, head.seq + 1, log_at, item ->> 'type', item ->> 'entity', item ->> 'id',
      (item ->> 'version')::integer, log_actor, log_role, log_command, item ->> 'data', null);
    added.hash := event_digest(head.hash, added);
    insert into event select added.*;
    insert into event_order (area_id, seq, order_id)
      select distinct log_area, added.seq, value from jsonb_array_elements_text(item -> 'orders');
    head.seq := added.seq;
    head.hash := added.hash;
  end loop;
  update area_head set seq = head.seq, hash = head.hash where area_id = log_area;
  return head.seq;
end $$;

-- Answers of commands: the same id with the same body gets the stored answer, kept for 72 hours.
create table idem (
  command_id uuid primary key,
  actor_id text not null,
  request_hash bytea not null,
  answer jsonb,
  created_at timestamptz(3) not null
);
create index idem_age on idem (created_at);
