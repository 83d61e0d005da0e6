-- A second technician on a visit (E-101): whose days an order stands in besides its own technician's.
create index orders_of_companion on orders ((state ->> 'companionId')) where state ->> 'companionId' is not null and ended_at is null;

-- Orders written before anybody could go along hold what server/domain/order/later-fields.ts says of them.
update orders set state = jsonb_build_object('companionId', null, 'companions', '[]'::jsonb) || state
where not state ? 'companions';
