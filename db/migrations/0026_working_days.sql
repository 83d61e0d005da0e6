-- The working days of each year as they were published (ARITH-04), every version of them: weekdays off and weekends worked, `MMdd`. What is
-- written here wins over what is carried with the program.
create table work_year (
  year integer not null check (year between 2000 and 2199),
  version integer not null check (version > 0),
  off_days text not null check (off_days ~ '^\d{4}( \d{4})*$'),
  worked_days text not null check (worked_days ~ '^(\d{4}( \d{4})*)?$'),
  source text not null check (source <> ''),
  published_at timestamptz(3) not null,
  -- null: carried with the program.
  published_by text,
  primary key (year, version)
);
create trigger work_year_is_append_only before update or delete on work_year
  for each row execute function refuse_change();

-- The same day by day, as the latest version of each year has it.
create view work_calendar as
  with latest as (select distinct on (year) * from work_year order by year, version desc)
  select day::date as date,
    case when extract(isodow from day) < 6 then not to_char(day, 'MMDD') = any(string_to_array(off_days, ' '))
      else to_char(day, 'MMDD') = any(string_to_array(worked_days, ' ')) end as is_workday,
    source, published_at as loaded_at
  from latest, generate_series(make_date(year, 1, 1)::timestamp, make_date(year, 12, 31)::timestamp, interval '1 day') as day;

-- Orders written before these facts were kept hold what server/domain/order/later-fields.ts says of them.
update orders set state = jsonb_build_object('numbersFiledAt', '[]'::jsonb, 'workYears', '{}'::jsonb) || state
where not state ? 'workYears';
