-- The changes of the programme that are kept, the last first: what the organiser's desk lists and undoes.
--
-- An object each, with id, kind, made_at (seconds since 1970), actor, who (app.actor_name), is_undone, made, changed and removed
-- (how many things; of a file, those that its lines are), and names (of the first three of them, app.part_name).
-- Locks: nothing. Raises: 42501 without programme:change.
drop function if exists api.desk_changes;
create function api.desk_changes(actor text) returns setof jsonb
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
    perform app.require(actor, 'programme:change');
    return query
    with part as (
        select c.id as change_id, x.kind, x.object_id, x.was is null as is_made, x.version is null as is_removed,
            row_number() over (partition by c.id order by x.kind, x.object_id) as i
        from app.change c
        join app.change_part x on x.change_id = c.id and x.kind = case c.kind
            when 'sessions_import' then 'session' when 'venues_import' then 'venue' else x.kind end
    ),
    -- Each once, however often it was changed.
    called as (
        select o.kind, o.object_id, app.part_name(o.kind, app.last_row(o.kind, o.object_id)) as name
        from (select distinct p.kind, p.object_id from part p where p.i <= 3) o
    ),
    person as (select a.actor, app.actor_name(a.actor) as name from (select distinct c.actor from app.change c) a)
    select jsonb_build_object(
        'id', c.id, 'kind', c.kind, 'made_at', extract(epoch from c.made_at), 'actor', c.actor, 'who', w.name,
        'is_undone', c.undone_at is not null, 'made', count(p) filter (where p.is_made),
        'changed', count(p) filter (where not p.is_made and not p.is_removed),
        'removed', count(p) filter (where p.is_removed),
        'names', coalesce(jsonb_agg(n.name order by p.i) filter (where n.name is not null), '[]'))
    from app.change c
    join person w on w.actor = c.actor
    left join part p on p.change_id = c.id
    left join called n on n.kind = p.kind and n.object_id = p.object_id and p.i <= 3
    group by c.id, w.name
    order by c.id desc;
end
$$;
grant execute on function api.desk_changes to socialday_web, socialday_admin;
