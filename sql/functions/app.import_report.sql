-- Writes to those whose sessions a file has moved, and says what the file did to each (app.report_changes).
--
-- befores: the sessions that it knew, as they were. Locks: nothing; the caller holds the edition's lock.
-- Returns an object with created, updated, unchanged and told, as api.import_sessions has them.
create or replace function app.import_report(
    given app.session_line[], befores app.session[], moment timestamptz
) returns jsonb
language plpgsql volatile as $$
declare
    report constant jsonb := app.report_changes(befores, moment);
begin
    return report || jsonb_build_object(
        'created', (
            select coalesce(jsonb_agg(jsonb_build_object('slug', l.slug, 'line', l.line) order by l.line), '[]')
            from unnest(given) l
            where not exists (select from unnest(befores) b where b.slug = l.slug)),
        'updated', (
            select coalesce(jsonb_agg(x.u || jsonb_build_object('line', l.line) order by x.i), '[]')
            from jsonb_array_elements(report -> 'updated') with ordinality x (u, i)
            join unnest(given) l on l.slug = x.u ->> 'slug'));
end
$$;
