-- Wrong tries at the night card are counted in the log that has them already, so that every process counts the same. What was tried stands nowhere.
create index audit_event_night_card on kernel.audit_event (region_id, actor, at) where use_case = 'cases.open_night_card';
