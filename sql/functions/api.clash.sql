-- What keeps an address from a session, told to whoever made it: their first sign-up with places at an overlapping time.
drop function if exists api.clash;
create function api.clash(email text, session_id bigint, caller uuid)
returns table (sign_up_id bigint, held_session_id bigint)
language sql stable security definer rows 1
set search_path = pg_catalog, pg_temp
as $$
    select u.id, o.id
    from app.session s
    join app.attendee a on a.edition_id = s.edition_id and (lower(a.email) collate "C") = lower($1)
    join app.sign_up u on u.attendee_id = a.id and u.status = 'confirmed' and u.caller = $3
    join app.session o on o.id = u.session_id
    where s.id = $2 and o.id <> s.id and o.cancelled_at is null
        and o.starts_at < s.ends_at and s.starts_at < o.ends_at
    order by u.id
    limit 1
$$;
grant execute on function api.clash to socialday_web;
