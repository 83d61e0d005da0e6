-- Lets a statement fail when what it must find or do is not so. Nothing may be written half, also where the statement's
-- answer comes only after the commit has been sent.
create function insist(held boolean, words text) returns void language plpgsql as $$
begin
  if held is not true then
    raise exception '%', words using errcode = 'assert_failure';
  end if;
end $$;
