-- The worker tells of the 72 hours of a breach (GDPR art. 33) and of the month of a request for access (art. 12 no. 3): it reads that they wait.
grant select on app.breach, app.access_request to vv_worker;
