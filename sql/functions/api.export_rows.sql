-- The live sign-ups of a run that is under way: session by session, who has places by name, then who waits by queue.
--
-- Raises: 42501 where there is no such run under way.
drop function if exists api.export_rows;
create function api.export_rows(run bigint)
returns table (
    ordinal integer, sign_up_id bigint, name text, email text, places integer, status text, "position" integer,
    language text, signed_up_at timestamptz, queue_number integer, route text, needs text, needs_note text,
    telephone text
)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
    select p.ordinal, u.id, u.name, a.email, u.places, u.status, w.place, u.language, u.created_at, u.queue_number,
        u.route, array_to_string(u.needs, ','), u.needs_note, a.telephone
    from app.export_scope($1) p
    join app.sign_up u on u.session_id = p.session_id and u.status <> 'cancelled'
    join app.attendee a on a.id = u.attendee_id
    left join (
        select q.id, (row_number() over (partition by q.session_id order by q.queue_number))::integer as place
        from app.sign_up q
        where q.status = 'waiting'
    ) w on w.id = u.id
    order by p.ordinal, u.status, w.place, u.name collate "und-x-icu", u.queue_number
$$;
grant execute on function api.export_rows to socialday_web, socialday_admin;
