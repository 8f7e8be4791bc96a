-- A sign-up as the door of a session sees it; null where there is none, or its secret was replaced.
--
-- secret_version: null where a reference was told. name: only of sign-ups at doors of this actor's; another venue's door is
--   told where a ticket belongs, not whose it is. needs: for this session's door only.
-- Locks: nothing.
create or replace function app.ticket_at_door(
    actor text, doors bigint[], session_id bigint, sign_up_id bigint, secret_version integer
)
returns app.door_ticket
language plpgsql stable as $$
declare
    ticket app.door_ticket;
begin
    if $4 is null then
        return null;
    end if;
    select u.id, u.session_id, u.status, u.places, (s.starts_at at time zone e.time_zone)::date,
        case when u.session_id = any ($2) or app.may_work_at($1, u.session_id) then u.name end, u.needs,
        u.session_id = $3, p.inside, p.arrived, p.is_walk_in, p.last_in_at, p.last_actor
    into ticket
    from app.sign_up u
    join app.session s on s.id = u.session_id
    join app.edition e on e.id = s.edition_id
    left join app.presence p on p.sign_up_id = u.id
    where u.id = $4 and coalesce(u.secret_version = $5, true);
    return case when ticket.sign_up_id is not null then ticket end;
end
$$;
