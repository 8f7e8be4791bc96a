-- What those who come to a session need, counted: how many sign-ups with places tell of each kind. The notes are in their
-- words, without their names.
drop function if exists api.needs;
create function api.needs(session_id bigint) returns table (need text, sign_ups integer, notes text[])
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
    select n, count(*)::integer,
        array_agg(u.needs_note order by u.queue_number) filter (where n = 'other' and u.needs_note is not null)
    from app.sign_up u, unnest(u.needs) n
    where u.session_id = $1 and u.status = 'confirmed'
    group by n
    order by array_position(array['wheelchair', 'sign_language', 'hearing_loop', 'seat', 'other'], n)
$$;
grant execute on function api.needs to socialday_web, socialday_admin;
