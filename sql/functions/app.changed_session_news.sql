-- Adds to the news of a changed session what it was before, and what its attendee holds at the same time now; null where
-- it is again as it was. One that was off and takes place after all is news of another kind: session_restored; so is one
-- whose place is only called otherwise: place_renamed.
--
-- details: starts_at, ends_at, room, venue, address and cancelled, as they were; renamed, where only the last were changed.
create or replace function app.changed_session_news(
    news jsonb, details jsonb, sign_up app.sign_up, session app.session
) returns jsonb
language sql stable as $$
    select news || case when (details ->> 'cancelled')::boolean then '{"kind": "session_restored"}'::jsonb
        when (details ->> 'renamed')::boolean then '{"kind": "place_renamed"}' else '{}' end
        || jsonb_build_object(
        'previous', jsonb_build_object(
            'starts_at', extract(epoch from (details ->> 'starts_at')::timestamptz),
            'ends_at', extract(epoch from (details ->> 'ends_at')::timestamptz),
            'room', details ->> 'room', 'venue', details ->> 'venue', 'address', details ->> 'address'),
        'others', case when sign_up.status = 'confirmed' and (details ->> 'renamed')::boolean is not true then (
            select coalesce(jsonb_agg(app.letter_sign_up(u)), '[]')
            from app.overlapping(sign_up.attendee_id, session) u) else '[]' end)
    from app.room r
    join app.venue v on v.id = r.venue_id
    where r.id = session.room_id
        and ((details ->> 'cancelled')::boolean is true or (
            (details ->> 'starts_at')::timestamptz, (details ->> 'ends_at')::timestamptz, details ->> 'room',
            details ->> 'venue', coalesce(details ->> 'address', app.full_address(v)))
            is distinct from (session.starts_at, session.ends_at, r.name, v.name, app.full_address(v)))
$$;
