-- Words about an order that stand beside the log, for they may hold a customer's or the network's own: the values of an
-- installation's record (DONE-10) and what customers answer in a callback (CALL-06…09). The log tells only that they were given.
create table order_words (
  order_id text not null references orders (id),
  command_id uuid not null,
  kind text not null check (kind in ('asset', 'answer')),
  name text not null,
  words text not null check (words <> ''),
  given_by text not null,
  at timestamptz(3) not null,
  primary key (order_id, command_id, kind, name)
);
create trigger order_words_are_not_rewritten before update on order_words
  for each row execute function refuse_change();
