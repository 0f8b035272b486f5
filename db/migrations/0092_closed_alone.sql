-- A case that one person closed alone stands on the leader's review of the log from the moment it is closed: the house writes that line itself.
grant insert on app.log_review to vv_house;
