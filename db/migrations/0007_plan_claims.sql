-- Which process computes a plan, so that several may share the work and a run whose process died is seen.
alter table plan add column claimed_by text, add column claimed_at timestamptz(3);
create index plan_waiting on plan (requested_at) where status = 'running';
