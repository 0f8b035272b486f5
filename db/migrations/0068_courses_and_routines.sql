-- Courses have a theme and a group, and routines that were adopted stand in the same register: codes, a day, and a routine's name.
alter table app.outreach_done
  add column theme text, add column held_for text, add column name text check (char_length(name) between 1 and 100), add column adopted_by text, add column replaced_on date check (replaced_on >= on_day),
  add check ((kind = 'RUTINE') = (name is not null) and (kind = 'RUTINE') = (adopted_by is not null));
