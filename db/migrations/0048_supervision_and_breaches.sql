-- A role with an end: supervision (TILSYN) reads until a moment, in what two people decided. `terms` (who supervises, on what ground, which
-- municipalities) is sealed; all of it stands under the row's MAC, so that nobody can make it last longer in the database.
alter table app.role_grant add column until timestamptz, add column terms bytea;
alter table app.role_grant add constraint role_grant_terms check ((until is null) = (terms is null));
alter table app.role_grant add constraint role_grant_supervision check ((role = 'TILSYN') = (until is not null));

-- Access to one case that was given for supervision, and since when; null: given for anything else. It counts for nobody who does not supervise by a decision that ran then.
alter table app.case_access add column supervision_since timestamptz;
drop index app.case_access_granted;
create index case_access_granted on app.case_access (region_id, user_id, granted_until) include (file_id, impartial, supervision_since) where granted_until is not null;

-- Whose personal data a breach is about: each municipality is its own controller (GDPR art. 4 no. 7). Empty: all of the region, as every breach was before.
alter table app.breach add column municipalities uuid[] not null default '{}';
alter table app.breach alter column municipalities drop default;
