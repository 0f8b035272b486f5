-- What a list calls a person follows when their name or alias is put right (GDPR art. 16), and goes where neither is known any more.
grant update (sealed), delete on app.case_alias to vv_house;
grant delete on app.case_alias to vv_worker;
