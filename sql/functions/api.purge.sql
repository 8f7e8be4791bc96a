-- Deletes personal data whose time is over, at most so many people of each edition at once; notes it in the purge record, and
-- keeps counts (app.count_session). To be called until it returns nothing.
--
-- Returns: what was deleted, as in the purge record.
-- Locks: the editions of which something is deleted.
drop function if exists api.purge;
create function api.purge(most integer) returns table (edition_id bigint, kind text, rows integer)
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
as $$
declare
    before constant bigint := coalesce((select max(p.id) from app.purge p), 0);
    due constant bigint[] := array(select distinct p.edition_id from api.past_retention() p where p.edition_id is not null);
    edition app.edition;
    ends record;
    ids bigint[];
    changed integer;
begin
    perform app.lock_edition(due);
    for edition in select e.* from app.edition e where e.id = any (due) order by e.id loop
        ends := app.retention_ends(edition);
        if ends.needs <= clock_timestamp() then
            update app.sign_up u set needs = null, needs_note = null
            where u.id in (
                select x.id from app.sign_up x join app.session s on s.id = x.session_id
                where s.edition_id = edition.id and (x.needs is not null or x.needs_note is not null)
                limit most);
            get diagnostics changed = row_count;
            perform app.write_purge(edition.id, 'needs', 'time', changed);
        end if;
        if ends.everybody <= clock_timestamp() then
            perform app.count_session(edition.id);
            ids := array(select a.id from app.attendee a where a.edition_id = edition.id order by a.id limit most);
            perform app.forget_attendees(edition.id, ids, 'time');
            delete from app.message m where m.edition_id = edition.id;
            get diagnostics changed = row_count;
            perform app.write_purge(edition.id, 'letters', 'time', changed);
        elsif ends.without_place <= clock_timestamp() then
            perform app.count_session(edition.id);
            ids := array(
                select u.id from app.sign_up u join app.session s on s.id = u.session_id
                where s.edition_id = edition.id and u.status <> 'confirmed'
                order by u.id limit most);
            perform app.forget_sign_ups(edition.id, ids, 'time');
            ids := array(
                select a.id from app.attendee a
                where a.edition_id = edition.id
                    and not exists (select from app.sign_up u where u.attendee_id = a.id)
                order by a.id limit most);
            perform app.forget_attendees(edition.id, ids, 'time');
        end if;
    end loop;
    delete from app.outbox o
    where coalesce(o.sent_at, o.given_up_at, o.dropped_at) < clock_timestamp() - interval '30 days';
    get diagnostics changed = row_count;
    perform app.write_purge(null, 'letters', 'time', changed);
    return query
    select p.edition_id, p.kind, sum(p.rows)::integer
    from app.purge p
    where p.id > before and p.reason = 'time'
    group by 1, 2 order by 1, 2;
end
$$;
grant execute on function api.purge to socialday_web, socialday_admin;
