-- Images that steps of visits and reports of damage name (NOAN-04, DMG-01, BLOK-01, SITE-09, SITE-21). The log holds id and SHA-256 of
-- what was photographed; the image lies in the photo store under a random name and goes when its time is over, this row and the log stay.
create table photo (
  id uuid primary key,
  order_id text not null references orders (id),
  -- null: of no trip
  visit_id text,
  -- where the store keeps it; made before it is stored, so that nothing lies there that no row names
  name uuid not null unique,
  sent_by text not null,
  claimed_at timestamptz(3) not null,
  -- all null until the image is kept
  kept_at timestamptz(3),
  kept_hash text,
  width int,
  height int,
  bytes int,
  deleted_at timestamptz(3),
  check ((kept_at is null) = (kept_hash is null))
);
create index photo_of_order on photo (order_id);
create index photo_to_delete on photo (order_id) where deleted_at is null;
