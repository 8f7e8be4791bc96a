-- What somebody whose session is off may come to in its place: up to three sessions of the same theme or host that have
-- places for the whole group and leave the rest of their day as it is; the likest first, then the nearest in time.
create or replace function app.letter_alternatives(sign_up app.sign_up, session app.session) returns jsonb
language sql stable as $$
    select coalesce(jsonb_agg(app.letter_session(x.id) order by x.likeness desc, x.distance), '[]')
    from (
        select s.id, (s.theme = session.theme)::integer + (s.host_id = session.host_id)::integer as likeness,
            abs(extract(epoch from s.starts_at - session.starts_at)) as distance
        from app.session s
        join app.session_tally t on t.session_id = s.id
        join app.edition e on e.id = s.edition_id
        where s.edition_id = session.edition_id and s.id <> session.id
            and (s.theme = session.theme or s.host_id = session.host_id)
            and s.published_at is not null and s.cancelled_at is null
            and t.capacity - t.confirmed >= sign_up.places
            and clock_timestamp() >= coalesce(s.sign_ups_open_at, e.opens_at, '-infinity')
            and clock_timestamp() < app.closing_time(s.sign_ups_close_at, s.starts_at, e.closes_at)
            and not app.is_busy(sign_up.attendee_id, s.id, s.starts_at, s.ends_at)
            and not exists (
                select from app.sign_up u
                where u.attendee_id = sign_up.attendee_id and u.session_id = s.id and u.status <> 'cancelled')
        order by likeness desc, distance, s.id
        limit 3
    ) x
$$;
