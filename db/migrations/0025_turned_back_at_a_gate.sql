-- A gate that turned a crew back (E-45): nobody chose the short notice of the new time, so that nobody has to approve it. It stays told.
alter table appointment_ledger add column at_gate boolean not null default false;
alter table appointment_ledger drop constraint short_notice_is_approved_by_another;
alter table appointment_ledger add constraint short_notice_is_approved_by_another check (
  cause is null or cause = 'customer' or not short_notice or (at_gate and cause = 'third_party')
  or (approval_by is not null and approval_by <> requested_by));
