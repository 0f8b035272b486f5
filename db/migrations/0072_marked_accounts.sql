-- An account that nobody uses is marked two weeks before it is shut, and the person is told by mail. Since when it is marked stands in the row under its MAC, so
-- that the worker's round asks nothing of the log for it. Nobody is marked yet: the two weeks begin anew for everybody.
alter table app.staff_member add column marked_at timestamptz;
grant update (marked_at) on app.staff_member to vv_worker;
alter table app.notice_message drop constraint notice_message_occasion_check;
alter table app.notice_message add constraint notice_message_occasion_check check (occasion in ('DIGEST', 'NEW', 'AKUTT', 'EMERGENCY', 'ACCOUNT'));
