-- The first region of a real database is entered by the house itself, through the link that the start wrote down. The house
-- may not write these tables: it may call this, once, and never in a demo. Runs in the transaction that fills the region, so
-- that there is all of it or nothing; app.region is set by the door.
create function kernel.register_first_region(p_region uuid, p_host text, p_wrapped_key bytea, p_at timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  lock table kernel.region_register in share row exclusive mode;
  if exists (select 1 from kernel.region_register) then raise exception 'there is a region' using errcode = 'VV004'; end if;
  if not exists (select 1 from kernel.deployment where kind = 'real') then raise exception 'not in a demo' using errcode = 'VV005'; end if;
  insert into kernel.region_register (region_id, host, created_at) values (p_region, p_host, p_at);
  insert into kernel.region_key (region_id, wrapped_key) values (p_region, p_wrapped_key);
end $$;
revoke all on function kernel.register_first_region(uuid, text, bytea, timestamptz) from public;
grant execute on function kernel.register_first_region(uuid, text, bytea, timestamptz) to vv_house;
