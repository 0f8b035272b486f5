-- The rounds tell of a talk that was begun and left; it is left when whoever typed it is no longer signed in. Nothing of a session but whose it is and whether it runs.
grant select (region_id, user_id, created_at, last_seen_at, idle_ms, absolute_ms) on app.session to vv_worker;
