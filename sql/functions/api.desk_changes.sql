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
    select jsonb_build_object(
        'id', c.id, 'kind', c.kind, 'made_at', extract(epoch from c.made_at), 'actor', c.actor,
        'who', app.actor_name(c.actor), 'is_undone', c.undone_at is not null, 'made', x.made, 'changed', x.changed,
        'removed', x.removed, 'names', (
            select coalesce(jsonb_agg(y.name) filter (where y.name is not null), '[]')
            from (
                select app.part_name(p.kind, app.last_row(p.kind, p.object_id)) as name
                from app.change_part p
                where p.change_id = c.id and p.kind = coalesce(l.lines, p.kind)
                order by p.kind, p.object_id limit 3
            ) y))
    from app.change c
    cross join lateral (
        select case c.kind when 'sessions_import' then 'session' when 'venues_import' then 'venue' end as lines
    ) l
    cross join lateral (
        select count(*) filter (where p.was is null) as made,
            count(*) filter (where p.was is not null and p.version is not null) as changed,
            count(*) filter (where p.version is null) as removed
        from app.change_part p where p.change_id = c.id and p.kind = coalesce(l.lines, p.kind)
    ) x
    order by c.id desc;
end
$$;
grant execute on function api.desk_changes to socialday_web, socialday_admin;
