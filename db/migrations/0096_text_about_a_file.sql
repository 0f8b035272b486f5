-- Which file a text that was not sent is about: whoever has the file takes it in where its writer has lost it (decision 0096). Null: about none.
alter table app.kept_text add column about_id uuid;
