-- How many cases were opened in a month, counted once when it was over: whoever keeps out of figures later, or comes back, moves no total that was shown.
create table stats.standing_month (
  region_id uuid not null references kernel.region_register,
  month text not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  cases int not null check (cases >= 0),
  counted_at timestamptz not null,
  primary key (region_id, month)
);
call kernel.protect('stats.standing_month', false);
grant select, insert on stats.standing_month to vv_house;

-- Tables that stand: a shelter's row goes into that of other public services (krl. § 5), out of what was shown alone; and what was open at the years'
-- end is told no more where fewer than five of the years' own cases were.
do $$
declare
  one record;
  standing record;
  hidden constant jsonb := jsonb_build_object('hidden', 'for å verne personer');
  blocks jsonb;
  block jsonb;
  at int;
  shelter int;
  other int;
  few boolean;
begin
  for one in select region_id from kernel.region_register loop
    perform set_config('app.region', one.region_id::text, true);
    for standing in select year, from_year, figures from stats.standing_figures where region_id = one.region_id loop
      blocks := standing.figures;
      few := false;
      for at in 0 .. jsonb_array_length(blocks) - 1 loop
        block := blocks -> at;
        if block ->> 'key' = 'status' then
          few := exists (select 1 from jsonb_array_elements_text(block -> 'rows') with ordinality r (code, n) where r.code = 'APEN' and block -> 'rowTotals' -> (r.n::int - 1) ->> 'hidden' = '<5');
        end if;
        continue when block ->> 'key' <> 'reporter';
        shelter := (select n::int - 1 from jsonb_array_elements_text(block -> 'rows') with ordinality r (code, n) where code = 'KRISESENTER');
        other := (select n::int - 1 from jsonb_array_elements_text(block -> 'rows') with ordinality r (code, n) where code = 'ANNEN_OFFENTLIG');
        continue when shelter is null or other is null;
        with pair as (
          select -1 as place, block -> 'rowTotals' -> shelter as a, block -> 'rowTotals' -> other as b
          union all select c.n::int - 1, c.cell, block -> 'cells' -> other -> (c.n::int - 1) from jsonb_array_elements(block -> 'cells' -> shelter) with ordinality c (cell, n)
        ), told as (
          select place, case when a -> 'shown' = '0' then b when b -> 'shown' = '0' then a when a ? 'shown' and b ? 'shown' then jsonb_build_object('shown', (a ->> 'shown')::int + (b ->> 'shown')::int) else hidden end as cell from pair
        )
        select jsonb_set(jsonb_set(block, array['rowTotals', other::text], (select cell from told where place = -1)), array['cells', other::text], (select coalesce(jsonb_agg(cell order by place), '[]') from told where place >= 0)) into block;
        block := block || jsonb_build_object('rows', (block -> 'rows') - shelter, 'rowTotals', (block -> 'rowTotals') - shelter, 'cells', (block -> 'cells') - shelter);
        blocks := jsonb_set(blocks, array[at::text], block);
      end loop;
      update stats.standing_figures set figures = blocks where region_id = one.region_id and year = standing.year;
      if few then
        update stats.standing_figures set movement = jsonb_strip_nulls(jsonb_build_object('start', hidden, 'end', case when movement ? 'end' then hidden end))
          where region_id = one.region_id and (year = standing.year or from_year = standing.year + 1) and movement is not null;
      end if;
    end loop;
  end loop;
  perform set_config('app.region', '', true);
end $$;
