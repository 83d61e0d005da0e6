-- Every turn of every first responsible person of an area (RESP-02, §22.4); `lead_technician_id` is the one who answers now.
alter table area add column lead_terms jsonb not null default '[]';
