-- Undoes a change of the programme (app.change) as a whole, an undoing too; or says what that would do.
--
-- excess: as app.put_back has it. shown: an object with told, clashes and moved, that the actor agreed to; where there are more
--   by now, nothing is done.
-- Locks: the programme, then the editions concerned.
-- Returns an object with outcome: unknown_change; impossible, since it was undone already; changed_since, with objects as
--   app.changed_since; used, with objects as app.used_since; refused, with reason, the name of the constraint in the way;
--   undone or more_affected, with parts, an array of kind, name (app.part_name), made and gone (whether it is there only
--   afterwards, or no longer), and changes (app.changed_facts); told, clashes, moved, promoted and kept (app.put_back);
--   letters (app.letters_written); slug, of a change of one session that is in the current edition afterwards; change, its
--   own, null where nothing was left to undo, since more are confirmed than there were places. And always but for
--   unknown_change kind, made_at, actor and who (app.actor_name), of the change.
-- Writes: the record: programme.undone.
-- Raises: 42501 without programme:change.
drop function if exists api.undo_change;
create function api.undo_change(
    actor text, change_id bigint, excess text default null, shown jsonb default null, dry_run boolean default false
) returns jsonb
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    change app.change;
    about jsonb;
    latest bigint;
    befores jsonb;
    effect jsonb;
    obstacle text;
begin
    perform app.require(actor, 'programme:change');
    perform app.lock_programme();
    select * into change from app.change c where c.id = $2;
    if change.id is null then
        return '{"outcome": "unknown_change"}';
    end if;
    about := jsonb_build_object(
        'kind', change.kind, 'made_at', extract(epoch from change.made_at), 'actor', change.actor,
        'who', app.actor_name(change.actor));
    if change.undone_at is not null then
        return about || '{"outcome": "impossible"}';
    end if;
    perform app.lock_edition(array(
        select (coalesce(to_jsonb(s), p.was) ->> 'edition_id')::bigint
        from app.change_part p left join app.session s on s.id = p.object_id
        where p.change_id = $2 and p.kind = 'session'
        union
        select s.edition_id from app.change_part p
        join app.room r on p.kind = 'room' and r.id = p.object_id or p.kind = 'venue' and r.venue_id = p.object_id
        join app.session s on s.room_id = r.id
        where p.change_id = $2));
    effect := app.changed_since($2);
    if effect <> '[]' then
        return about || jsonb_build_object('outcome', 'changed_since', 'objects', effect);
    end if;
    effect := app.used_since($2);
    if effect <> '[]' then
        return about || jsonb_build_object('outcome', 'used', 'objects', effect);
    end if;

    latest := (select coalesce(max(o.id), 0) from app.outbox o);
    befores := (
        select jsonb_agg(
            jsonb_build_object(
                'kind', p.kind, 'id', p.object_id, 'name', app.part_name(p.kind, coalesce(x.is_now, p.was)),
                'was', app.part_facts(p.kind, x.is_now))
            order by p.kind, p.object_id)
        from app.change_part p, lateral (select app.part_row(p.kind, p.object_id) as is_now) x
        where p.change_id = $2);
    begin
        perform app.begin_change(actor, 'undoing');
        effect := about || '{"outcome": "undone"}' || app.put_back($2, excess, clock_timestamp());
        -- Apart, to see what that has done.
        effect := effect || jsonb_build_object(
            'letters', app.letters_written(latest, null), 'change', app.end_change(), 'parts', (
                select jsonb_agg(jsonb_build_object(
                    'kind', b ->> 'kind', 'name', b -> 'name', 'made', b -> 'was' = 'null',
                    'gone', y.becomes is null, 'changes',
                    case when b -> 'was' = 'null' then '[]' else app.changed_facts(b -> 'was', y.becomes) end)
                    order by i)
                from jsonb_array_elements(befores) with ordinality e (b, i)
                cross join lateral (
                    select app.part_facts(b ->> 'kind', app.part_row(b ->> 'kind', (b ->> 'id')::bigint)) as becomes
                ) y),
            'slug', (
                select s.slug from app.session s join app.edition e on e.id = s.edition_id
                where e.is_current and jsonb_array_length(befores) = 1 and befores #>> '{0,kind}' = 'session'
                    and s.id = (befores #>> '{0,id}')::bigint));
        if (effect ->> 'told')::integer > (shown ->> 'told')::integer
            or (effect ->> 'clashes')::integer > (shown ->> 'clashes')::integer
            or (effect ->> 'moved')::integer > (shown ->> 'moved')::integer
        then
            effect := effect || '{"outcome": "more_affected"}';
        end if;
        if dry_run or effect ->> 'outcome' <> 'undone' or effect ->> 'change' is null then
            raise exception 'only to see what it would do' using errcode = 'SD001';
        end if;
    exception
        when sqlstate 'SD001' then
            -- Everything is as it was; the variables keep what was seen.
            return effect;
        when exclusion_violation or check_violation or foreign_key_violation or unique_violation then
            get stacked diagnostics obstacle = constraint_name;
            return about || jsonb_build_object('outcome', 'refused', 'reason', obstacle);
    end;
    update app.change c set undone_at = clock_timestamp() where c.id = $2;
    perform app.write_record(
        actor, 'programme.undone', coalesce('session:' || (effect ->> 'slug'), 'change:' || $2), jsonb_build_object(
            'kind', change.kind, 'parts', jsonb_array_length(effect -> 'parts'), 'told', effect -> 'told',
            'moved', effect -> 'moved', 'promoted', effect -> 'promoted', 'clashes', effect -> 'clashes'));
    return effect;
end
$$;
grant execute on function api.undo_change to socialday_web, socialday_admin;
