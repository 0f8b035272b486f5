-- When each round last came to its end for a region, so that one that fails for ever is seen.
create table kernel.round_done (
  region_id uuid not null references kernel.region_register,
  round text not null,
  done_at timestamptz not null,
  primary key (region_id, round)
);
call kernel.protect('kernel.round_done', false);
grant select, insert, update (done_at) on kernel.round_done to vv_worker;
grant select on kernel.round_done to vv_house;
