-- Of a strictly confidential address there is no row at all (folkeregisterloven § 10-4): one that says so, in clear, tells which codes are somebody's who must not be found.
do $$
declare
  one record;
begin
  for one in select region_id from kernel.region_register loop
    perform set_config('app.region', one.region_id::text, true);
    delete from stats.case_fact where restricted;
  end loop;
  perform set_config('app.region', '', true);
end $$;
alter table stats.case_fact drop column restricted;

-- Contact with a shelter is no row of the tables that stand (krl. § 5), out of what they showed alone: a stay goes into temporary housing, and among the services it goes away.
do $$
declare
  one record;
  standing record;
  hidden constant jsonb := jsonb_build_object('hidden', 'for å verne personer');
  gone constant text[] := array['KRISESENTER', 'KRISESENTER_BO', 'KRISESENTER_DAG'];
  blocks jsonb;
  block jsonb;
  at int;
begin
  for one in select region_id from kernel.region_register loop
    perform set_config('app.region', one.region_id::text, true);
    for standing in select year, figures from stats.standing_figures where region_id = one.region_id loop
      blocks := standing.figures;
      for at in 0 .. jsonb_array_length(blocks) - 1 loop
        block := blocks -> at;
        continue when block ->> 'key' not in ('service', 'measure');
        with row as (
          select n::int - 1 as place, code, case when code in ('KRISESENTER_BO', 'KRISESENTER_DAG') then 'MIDLERTIDIG_BOLIG' else code end as told, block -> 'rowTotals' -> (n::int - 1) as total, block -> 'cells' -> (n::int - 1) as cells
          from jsonb_array_elements_text(block -> 'rows') with ordinality r (code, n)
        ), kept as (
          select place, code from row where not code = any (gone)
        ), number as (
          select told, -1 as col, total as cell from row union all select told, c.n::int - 1, c.cell from row, jsonb_array_elements(cells) with ordinality c (cell, n)
        ), summed as (
          -- one case may stand in several of them, so two that are not empty make no sum
          select told, col, case count(*) filter (where cell -> 'shown' is distinct from '0') when 0 then jsonb_build_object('shown', 0) when 1 then (jsonb_agg(cell) filter (where cell -> 'shown' is distinct from '0')) -> 0 else hidden end as cell
          from number group by told, col
        ), line as (
          select k.place, k.code, (select cell from summed where told = k.code and col = -1) as total, (select coalesce(jsonb_agg(cell order by col), '[]') from summed where told = k.code and col >= 0) as cells from kept k
        )
        select block || jsonb_build_object('rows', jsonb_agg(code order by place), 'rowTotals', jsonb_agg(total order by place), 'cells', jsonb_agg(cells order by place)) into block from line;
        blocks := jsonb_set(blocks, array[at::text], block);
      end loop;
      update stats.standing_figures set figures = blocks where region_id = one.region_id and year = standing.year;
    end loop;
  end loop;
  perform set_config('app.region', '', true);
end $$;
