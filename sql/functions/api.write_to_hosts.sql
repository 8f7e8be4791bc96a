-- Has every host whose address is known sent the links to their doors, from which the sign-in sheets are printed too: one
-- letter for each, with a link for each room and day of their sessions (app.make_door_link).
--
-- host_id: only this one; null: all. A host who was sent them within the last ten minutes is left out, so that a second click
-- sends nothing twice.
-- Permission: people:write_to and door:open. Locks: advisory, (1936487014, 0), against doing it twice at once.
-- Returns: letters written.
-- Writes: the record: hosts.written_to.
drop function if exists api.write_to_hosts;
create function api.write_to_hosts(actor text, host_id bigint) returns integer
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    host record;
    door record;
    doors jsonb;
    written integer := 0;
begin
    perform app.require(actor, 'people:write_to');
    perform app.require(actor, 'door:open');
    perform pg_advisory_xact_lock(1936487014, 0);
    for host in
        select h.id, h.contact_email, bool_and(s.language = 'en') as is_english
        from app.host h
        join app.session s on s.host_id = h.id
        where s.edition_id = app.current_edition() and s.published_at is not null and s.cancelled_at is null
            and s.ends_at > clock_timestamp() and h.contact_email is not null and h.id = coalesce($2, h.id)
            and not exists (
                select from app.staff_letter l
                where l.kind = 'host_doors' and (l.details ->> 'host')::bigint = h.id
                    and l.created_at > clock_timestamp() - interval '10 minutes')
        group by h.id
        order by h.id
    loop
        doors := '[]';
        for door in
            select r.venue_id, r.id as room_id, (s.starts_at at time zone e.time_zone)::date as day,
                array_agg(s.id order by s.starts_at) as sessions
            from app.session s
            join app.edition e on e.id = s.edition_id
            join app.room r on r.id = s.room_id
            where s.host_id = host.id and s.edition_id = app.current_edition() and s.published_at is not null
                and s.cancelled_at is null and s.ends_at > clock_timestamp()
            group by 1, 2, 3
            order by 3, min(s.starts_at)
        loop
            doors := doors || (
                select jsonb_build_object('door', m.id, 'sessions', to_jsonb(door.sessions))
                from app.make_door_link(actor, door.venue_id, door.room_id, door.day) m);
        end loop;
        perform app.write_staff_letter(
            null, host.contact_email, case when host.is_english then 'en' else 'fr' end, 'host_doors',
            jsonb_build_object('host', host.id, 'doors', doors));
        written := written + 1;
    end loop;
    perform app.write_record(
        actor, 'hosts.written_to', 'edition:' || coalesce(app.current_edition(), 0),
        jsonb_build_object('letters', written));
    return written;
end
$$;
grant execute on function api.write_to_hosts to socialday_web;
