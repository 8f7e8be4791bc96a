-- Whether an actor may work at the door of a session: where its venue is theirs (app.may) and, with a steward's link, the
-- room and the day as well.
create or replace function app.may_work_at(actor text, session_id bigint) returns boolean
language sql stable as $$
    select coalesce((
        select app.may($1, 'door:work', r.venue_id) and not exists (
            select from app.door_link d
            where 'door:' || d.id = $1
                and (d.room_id <> s.room_id or d.day <> (s.starts_at at time zone e.time_zone)::date))
        from app.session s
        join app.room r on r.id = s.room_id
        join app.edition e on e.id = s.edition_id
        where s.id = $2), false)
$$;
