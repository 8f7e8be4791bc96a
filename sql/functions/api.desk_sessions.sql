-- The sessions of the current edition as the organiser's desk has them, drafts and those called off included: all, or one.
--
-- An object each, with id, slug, version, facts (app.session_facts), room_id, room_capacity, host_id, venue_name,
-- arrondissement, confirmed (places), waiting (sign-ups), signed_up (sign-ups that live; of one only, 0 in the list) and
-- updated_at. Instants are seconds since 1970.
-- Locks: nothing. Raises: 42501 without programme:change.
drop function if exists api.desk_sessions;
create function api.desk_sessions(actor text, slug text default null) returns setof jsonb
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
    perform app.require(actor, 'programme:change');
    return query
    select jsonb_build_object(
        'id', s.id, 'slug', s.slug, 'version', s.version, 'facts', app.session_facts(s), 'room_id', s.room_id,
        'room_capacity', s.room_capacity, 'host_id', s.host_id, 'venue_name', v.name, 'arrondissement', v.arrondissement,
        'confirmed', t.confirmed, 'waiting', t.waiting,
        'signed_up', (
            select count(*) from app.sign_up u where u.session_id = s.id and u.status <> 'cancelled' and $2 is not null),
        'updated_at', extract(epoch from s.updated_at))
    from app.edition e
    join app.session s on s.edition_id = e.id
    join app.session_tally t on t.session_id = s.id
    join app.room r on r.id = s.room_id
    join app.venue v on v.id = r.venue_id
    where e.is_current and ($2 is null or s.slug = $2)
    order by s.starts_at, v.arrondissement, v.name, r.name, s.slug;
end
$$;
grant execute on function api.desk_sessions to socialday_web, socialday_admin;
