-- Orders whose work is over and on which the desk still has something to do: the answer, the callback, a claim. They stay on its lists
-- however long ago the work ended.
create index orders_owed on orders (area_id)
  where status in ('resolved', 'replied', 'callback')
    or status = 'retained' and state ->> 'callbackEnded' is null
    or state #>> '{damage,reportedAt}' is not null and state #>> '{damage,compensatedAt}' is null;
