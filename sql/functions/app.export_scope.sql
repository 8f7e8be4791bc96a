-- The sessions of a run that is under way (one that was asked for has an hour to begin), in the order of its lists: by start,
-- place, room. Those that were withdrawn are among them where somebody is signed up all the same.
--
-- Raises: 42501 where there is no such run under way.
drop function if exists app.export_scope;
create function app.export_scope(run bigint) returns table (session_id bigint, ordinal integer)
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare
    asked app.export_run;
begin
    select r.* into asked from app.export_run r where r.id = run and r.outcome is null
        and (r.kind = 'nightly' or r.started_at > clock_timestamp() - interval '1 hour');
    if not found then
        raise exception 'no export under way' using errcode = '42501';
    end if;
    return query
        select s.id, (row_number() over (order by s.starts_at, v.arrondissement, v.name, r.name, s.slug))::integer
        from app.session s
        join app.room r on r.id = s.room_id
        join app.venue v on v.id = r.venue_id
        where s.edition_id = asked.edition_id
            and (asked.sessions is null or s.id = any (asked.sessions))
            and (s.published_at is not null
                or exists (select from app.sign_up u where u.session_id = s.id and u.status <> 'cancelled'));
end
$$;
