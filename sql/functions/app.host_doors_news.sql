-- A host's doors that are still open, each with its sessions that are on, as the letter 'host_doors' tells them; null where
-- there are none.
create or replace function app.host_doors_news(details jsonb) returns jsonb
language sql stable as $$
    select jsonb_build_object(
        'host', h.name, 'time_zone', min(x.time_zone),
        'doors', jsonb_agg(jsonb_build_object(
            'door', x.id, 'venue', x.venue, 'room', x.room, 'sessions', x.sessions) order by x.starts_at))
    from app.host h
    cross join lateral (
        select d.id, v.name as venue, r.name as room, min(s.starts_at) as starts_at, min(e.time_zone) as time_zone,
            jsonb_agg(jsonb_build_object(
                'title_fr', s.title_fr, 'title_en', s.title_en, 'starts_at', extract(epoch from s.starts_at),
                'ends_at', extract(epoch from s.ends_at)) order by s.starts_at) as sessions
        from jsonb_array_elements(details -> 'doors') told
        join app.door_link d on d.id = (told ->> 'door')::uuid and d.ended_at is null and d.expires_at > clock_timestamp()
        join app.session s on s.id in (select i::bigint from jsonb_array_elements_text(told -> 'sessions') i)
        join app.edition e on e.id = s.edition_id
        join app.room r on r.id = s.room_id
        join app.venue v on v.id = r.venue_id
        where s.host_id = h.id and s.cancelled_at is null and s.published_at is not null
        group by d.id, v.name, r.name
    ) x
    where h.id = (details ->> 'host')::bigint
    group by h.id
$$;
