-- What the record calls a session.
create or replace function app.about_session(session_id bigint) returns text
language sql stable as $$
    select 'session:' || coalesce((select s.slug from app.session s where s.id = $1), '-')
$$;
