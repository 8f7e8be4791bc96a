-- Writes to those whose sessions were moved (app.tell_of_change), and says what became of each.
--
-- befores: the sessions, as they were. Locks: nothing; the caller holds their editions' lock.
-- Returns an object with updated, an array of slug, changes (app.changed_facts), told and clashes; unchanged, how many;
--   told and clashes, of all.
create or replace function app.report_changes(befores app.session[], moment timestamptz) returns jsonb
language plpgsql volatile as $$
declare
    before app.session;
    after app.session;
    told integer;
    clashes integer;
    updated jsonb := '[]';
    unchanged integer := 0;
    all_told integer := 0;
    all_clashes integer := 0;
begin
    foreach before in array befores loop
        select * into after from app.session s where s.id = before.id;
        if after is not distinct from before then
            unchanged := unchanged + 1;
            continue;
        end if;
        told := app.tell_of_change(before, moment);
        clashes := case when told > 0 then (
            select count(*) from app.sign_up u
            where u.session_id = before.id and u.status = 'confirmed'
                and app.is_busy(u.attendee_id, before.id, after.starts_at, after.ends_at)) else 0 end;
        all_told := all_told + told;
        all_clashes := all_clashes + clashes;
        updated := updated || jsonb_build_object(
            'slug', before.slug, 'told', told, 'clashes', clashes, 'changes', (
                select coalesce(
                    jsonb_agg(jsonb_build_object('field', c.field, 'was', c.was_value, 'becomes', c.new_value)), '[]')
                from app.changed_facts(app.session_facts(before), app.session_facts(after)) c));
    end loop;
    return jsonb_build_object('updated', updated, 'unchanged', unchanged, 'told', all_told, 'clashes', all_clashes);
end
$$;
