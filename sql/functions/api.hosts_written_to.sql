-- The hosts of the current edition's sessions, by name: how many sessions they have, whom to write to, and when they were
-- last sent their door links and how that ended (as app.letter_state says it).
--
-- Permission: people:write_to. Locks: nothing.
drop function if exists api.hosts_written_to;
create function api.hosts_written_to(actor text)
returns table (
    id bigint, name text, sessions integer, contact_email text, written_at timestamptz, state text
)
language plpgsql stable security definer rows 100
set search_path = pg_catalog, pg_temp
as $$
begin
    perform app.require(actor, 'people:write_to');
    return query
    select h.id, h.name, count(*)::integer, h.contact_email, l.created_at,
        case
            when l.sent_at is not null then 'sent'
            when l.given_up_at is not null then case when l.refused then 'refused' else 'given_up' end
            when l.dropped_at is not null then 'dropped'
            when l.last_error is not null then 'failing'
            when l.id is not null then 'waiting'
        end
    from app.host h
    join app.session s on s.host_id = h.id
    left join lateral (
        select x.* from app.staff_letter x
        where x.kind = 'host_doors' and (x.details ->> 'host')::bigint = h.id
        order by x.id desc
        limit 1
    ) l on true
    where s.edition_id = app.current_edition() and s.published_at is not null and s.cancelled_at is null
    group by h.id, l.id, l.created_at, l.sent_at, l.given_up_at, l.refused, l.dropped_at, l.last_error
    order by h.name collate "und-x-icu";
end
$$;
grant execute on function api.hosts_written_to to socialday_web;
