-- Where everybody who could take a file is inhabil, the reserve too, the chief executive is told that somebody must be named.
alter table app.notice drop constraint notice_step_check;
alter table app.notice add constraint notice_step_check check (step in ('OWN', 'DEPUTY', 'LEADER', 'RESERVE', 'EXECUTIVE'));
