-- What a person has saved in the console under a name: follows the person to any machine.
create table saved_filter (
  person_id text not null references person (id) on delete cascade,
  name text not null check (length(name) between 1 and 60),
  -- The part of the console's address that stands for the filters.
  address text not null check (length(address) <= 2000),
  saved_at timestamptz(3) not null,
  primary key (person_id, name)
);
