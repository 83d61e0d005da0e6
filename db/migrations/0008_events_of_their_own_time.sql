-- What time itself brings about is logged with the instant at which it became due, however late it is noticed.
create or replace function append_events(
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
    added := row(log_area, head.seq + 1, coalesce((item ->> 'at')::timestamptz(3), log_at), item ->> 'type',
      item ->> 'entity', item ->> 'id', (item ->> 'version')::integer, log_actor, log_role, log_command,
      item ->> 'data', null);
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

-- Orders on which time may still act.
create index orders_alive on orders (id)
  where status not in ('closed', 'cancelled', 'unserviceable', 'retained', 'merged');
