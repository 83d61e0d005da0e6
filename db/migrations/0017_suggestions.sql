-- Plans that nobody asked for: a better rest of the running day. One that has been put aside, or that no longer holds, says so.
alter table plan
  add column origin text not null default 'asked' check (origin in ('asked', 'suggested')),
  add column ended_by text,
  drop constraint plan_status_check,
  add constraint plan_status_check
    check (status in ('running', 'ready', 'published', 'failed', 'dismissed', 'withdrawn'));
create index plan_suggested on plan (area_id, requested_at desc) where origin = 'suggested';
