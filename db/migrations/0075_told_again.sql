-- A notice whose message was given up is told again in another message, while what it tells of is still true.
grant update (message_id, told_at) on app.notice to vv_worker;
