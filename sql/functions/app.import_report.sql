-- Writes to those whose sessions a file has moved (app.tell_of_change), and says what the file did to each.
--
-- befores: the sessions that it knew, as they were. Locks: nothing; the caller holds the edition's lock.
-- Returns an object with created, updated, unchanged and told, as api.import_sessions has them.
create or replace function app.import_report(
    given app.session_line[], edition_id bigint, befores app.session[], moment timestamptz
) returns jsonb
language plpgsql volatile as $$
declare
    before app.session;
    after app.session;
    changes jsonb;
    told integer;
    updated jsonb := '[]';
    unchanged integer := 0;
    all_told integer := 0;
begin
    foreach before in array befores loop
        select * into after from app.session s where s.id = before.id;
        if after is not distinct from before then
            unchanged := unchanged + 1;
            continue;
        end if;
        told := app.tell_of_change(before, moment);
        all_told := all_told + told;
        changes := (
            select coalesce(jsonb_agg(jsonb_build_object('field', c.field, 'was', c.was_value, 'becomes', c.new_value)), '[]')
            from app.changed_facts(app.session_facts(before), app.session_facts(after)) c);
        updated := updated || jsonb_build_object(
            'slug', before.slug, 'line', (select l.line from unnest(given) l where l.slug = before.slug),
            'changes', changes, 'told', told,
            'clashes', case when told > 0 then (
                select count(*) from app.sign_up u
                where u.session_id = before.id and u.status = 'confirmed'
                    and app.is_busy(u.attendee_id, before.id, after.starts_at, after.ends_at)) else 0 end);
    end loop;
    return jsonb_build_object(
        'created', (
            select coalesce(jsonb_agg(jsonb_build_object('slug', l.slug, 'line', l.line) order by l.line), '[]')
            from unnest(given) l
            where not exists (select from unnest(befores) b where b.slug = l.slug)),
        'updated', updated, 'unchanged', unchanged, 'told', all_told);
end
$$;
