-- Who is to be spoken with when it is not the account's holder, and how one gets in (INTK-05, TRAV-05).
alter table order_contact
  add column contact_person text not null default '',
  add column access_notes text not null default '';
