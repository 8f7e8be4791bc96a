-- The sessions of a run that is under way, with what the database counts for each: live sign-ups as they are listed, and
-- the counters that every change of a sign-up keeps up. A list is complete where all of them agree.
--
-- Raises: 42501 where there is no such run under way.
drop function if exists api.export_sessions;
create function api.export_sessions(run bigint)
returns table (
    ordinal integer, slug text, title_fr text, title_en text, host text, venue_slug text, venue text, room text,
    starts_at timestamptz, ends_at timestamptz, cancelled boolean,
    sign_ups integer, confirmed_places integer, waiting integer, counted_places integer, counted_waiting integer
)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
    select p.ordinal, s.slug, s.title_fr, s.title_en, h.name, v.slug, v.name, r.name, s.starts_at, s.ends_at,
        s.cancelled_at is not null,
        coalesce(l.sign_ups, 0)::integer, coalesce(l.places, 0)::integer, coalesce(l.waiting, 0)::integer,
        t.confirmed, t.waiting
    from app.export_scope($1) p
    join app.session s on s.id = p.session_id
    join app.session_tally t on t.session_id = s.id
    join app.room r on r.id = s.room_id
    join app.venue v on v.id = r.venue_id
    join app.host h on h.id = s.host_id
    left join (
        select u.session_id, count(*) as sign_ups,
            sum(u.places) filter (where u.status = 'confirmed') as places,
            count(*) filter (where u.status = 'waiting') as waiting
        from app.sign_up u
        where u.status <> 'cancelled'
        group by u.session_id
    ) l on l.session_id = s.id
    order by p.ordinal
$$;
grant execute on function api.export_sessions to socialday_web, socialday_admin;
