-- The latest changes of the programme, the last first: what the organiser's desk lists and undoes.
--
-- before: only those with a lower id; null: from the last. most: how many.
-- An object each, with id, kind, made_at, actor, who (app.actor_name), is_undone, is_undoable (app.is_undoable), made, changed
-- and removed (how many things; of a file, those that its lines are), names (of the first three of them, app.part_name), and of a change of one session slug and past, the
-- version to go back to, where that is still the latest.
-- Locks: nothing. Raises: 42501 without programme:change.
drop function if exists api.desk_changes;
create function api.desk_changes(actor text, before bigint, most integer) returns setof jsonb
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
    perform app.require(actor, 'programme:change');
    return query
    select jsonb_build_object(
        'id', c.id, 'kind', c.kind, 'made_at', extract(epoch from c.made_at), 'actor', c.actor, 'who', app.actor_name(c.actor),
        'is_undone', c.undone_at is not null, 'is_undoable', app.is_undoable((select h from app.change h where h.id = c.id)), 'made', x.made, 'changed', x.changed,
        'removed', x.removed, 'names', (
            select coalesce(jsonb_agg(y.name) filter (where y.name is not null), '[]')
            from (
                select app.part_name(p.kind, app.last_row(p.kind, p.object_id)) as name
                from app.change_part p
                where p.change_id = c.id and p.kind = coalesce(c.lines, p.kind)
                order by p.kind, p.object_id limit 3
            ) y),
        'slug', z.slug, 'past', z.past)
    from (
        select h.*, case h.kind when 'sessions_import' then 'session' when 'venues_import' then 'venue' end as lines
        from app.change h where $2 is null or h.id < $2 order by h.id desc limit $3
    ) c
    cross join lateral (
        select count(*) filter (where p.was is null) as made,
            count(*) filter (where p.was is not null and p.version is not null) as changed,
            count(*) filter (where p.version is null) as removed
        from app.change_part p where p.change_id = c.id and p.kind = coalesce(c.lines, p.kind)
    ) x
    left join lateral (
        select s.slug, (p.was ->> 'version')::integer as past
        from app.change_part p
        join app.session s on s.id = p.object_id and s.version = p.version
        join app.edition e on e.id = s.edition_id and e.is_current
        where p.change_id = c.id and c.kind = 'session' and p.was is not null and s.ends_at > statement_timestamp()
    ) z on true
    order by c.id desc;
end
$$;
grant execute on function api.desk_changes to socialday_web, socialday_admin;
