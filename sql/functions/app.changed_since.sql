-- What of a change is no longer as the change left it, with who saved it last and when, where that is known.
--
-- Locks: nothing; the caller holds the programme's lock and that of the editions concerned.
-- Returns an array of objects with kind, name (app.part_name), who (app.actor_name) and at.
create or replace function app.changed_since(change_id bigint) returns jsonb
language sql stable as $$
    select coalesce(jsonb_agg(
        jsonb_build_object(
            'kind', p.kind, 'name', app.part_name(p.kind, app.last_row(p.kind, p.object_id)), 'who', app.actor_name(l.actor),
            'at', extract(epoch from l.made_at))
        order by p.kind, p.object_id), '[]')
    from app.change_part p
    cross join lateral (select app.part_row(p.kind, p.object_id) as is_now) x
    left join lateral (
        select c.actor, c.made_at
        from app.change_part o join app.change c on c.id = o.change_id
        where o.kind = p.kind and o.object_id = p.object_id and o.change_id > p.change_id
        order by o.change_id desc
        limit 1
    ) l on true
    where p.change_id = $1 and (
        (x.is_now ->> 'version')::integer is distinct from p.version
        -- A notice that was taken down may have another in its place by now.
        or p.kind = 'notice' and p.version is null and exists (
            select from app.notice n
            where n.edition_id = (p.was ->> 'edition_id')::bigint
                and n.venue_id is not distinct from (p.was ->> 'venue_id')::bigint
                and n.session_id is not distinct from (p.was ->> 'session_id')::bigint))
$$;
