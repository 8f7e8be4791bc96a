-- The people of the current edition whose sign-ups fit what was looked for.
--
-- words: each stands somewhere in a name that they signed up under or in their address, whatever the case and accents.
-- digits: the end of their telephone number; null where none was looked for. sign_up_id: of a reference that was looked
--   for. Any of the three is enough. Nothing looked for finds nobody.
-- by_latest: who signed up last comes first; by name otherwise.
-- Permission: people:read. Locks: nothing.
-- Writes: the record: people.searched, with how many were found and never what was looked for.
drop function if exists api.find_people;
create function api.find_people(
    actor text, words text[], digits text, sign_up_id bigint, by_latest boolean, most integer, skip integer
)
returns table (
    attendee_id bigint, name text, email text, telephone text, confirmed integer, waiting integer, cancelled integer,
    latest_at timestamptz, found integer
)
language plpgsql volatile security definer rows 25
set search_path = pg_catalog, pg_temp
set jit = off
as $$
declare
    edition constant bigint := app.current_edition();
    patterns constant text[] := array(
        select '%' || regexp_replace(app.folded(w), '([\\%_])', '\\\1', 'g') || '%' from unnest(words) w);
    number integer;
begin
    perform app.require(actor, 'people:read');
    return query
    with fitting as (
        select distinct a.id
        from app.attendee a
        join app.sign_up u on u.attendee_id = a.id
        where a.edition_id = edition and (
            u.id = $4
            or a.telephone like '%' || $3
            or patterns <> '{}' and app.folded(u.name || ' ' || coalesce(a.email, '')) like all (patterns))
    )
    select a.id, (array_agg(u.name order by u.id desc))[1], a.email, a.telephone,
        (count(*) filter (where u.status = 'confirmed'))::integer,
        (count(*) filter (where u.status = 'waiting'))::integer,
        (count(*) filter (where u.status = 'cancelled'))::integer,
        max(u.created_at), (count(*) over ())::integer
    from fitting f
    join app.attendee a on a.id = f.id
    join app.sign_up u on u.attendee_id = a.id
    group by a.id
    order by case when $5 then max(u.created_at) end desc nulls last,
        (array_agg(u.name order by u.id desc))[1] collate "und-x-icu", a.id
    limit $6 offset $7;
    get diagnostics number = row_count;
    perform app.write_record(
        actor, 'people.searched', 'edition:' || coalesce(edition, 0), jsonb_build_object('shown', number, 'skipped', $7));
end
$$;
grant execute on function api.find_people to socialday_web;
