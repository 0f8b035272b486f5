-- Whoever is let in again after having been shut out: what they had in cases ends with the comparison that they wait for, before any role of theirs sees content (decision 0104).
alter table app.staff_member add column let_in_again boolean not null default false;
alter table app.staff_member alter column let_in_again drop default;
grant update (let_in_again) on app.staff_member to vv_worker;
-- A role is given for a place: where the person belonged then, null where that is the whole region, or where it was given before this. A municipality that has had a leader of its own is answered for by nobody else.
alter table app.role_grant add column municipality_id uuid;
alter table app.role_grant add foreign key (region_id, municipality_id) references app.municipality;
