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
    select h.id, h.name, count(*)::integer, h.contact_email, l.created_at, l.state
    from app.host h
    join app.session s on s.host_id = h.id
    left join lateral (
        select x.created_at, app.letter_state(jsonb_populate_record(null::app.outbox, to_jsonb(x))) as state
        from app.staff_letter x
        where x.kind = 'host_doors' and (x.details ->> 'host')::bigint = h.id
        order by x.id desc
        limit 1
    ) l on true
    where s.edition_id = app.current_edition() and s.published_at is not null and s.cancelled_at is null
    group by h.id, l.created_at, l.state
    order by h.name collate "und-x-icu";
end
$$;
grant execute on function api.hosts_written_to to socialday_web;
