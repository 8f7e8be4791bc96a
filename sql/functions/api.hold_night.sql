-- What a night's snapshot holds: compares it, session by session, with the last good night of the edition, and keeps it
-- for the next. To be called in the transaction in which the lists are read.
--
-- Returns: a row for each session that has or had sign-ups, where there is a night to compare with: how many are new,
-- differ in what a list shows of them, or are not on the list any more (cancelled or erased).
-- Locks: nothing but the rows. Raises: 42501 where there is no such run under way.
drop function if exists api.hold_night;
create function api.hold_night(run bigint)
returns table (slug text, added integer, changed integer, cancelled integer)
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
-- Planned before the tables were analysed, joins would go row by row.
set enable_nestloop = off
as $$
declare
    edition constant bigint := (select r.edition_id from app.export_run r where r.id = run and r.outcome is null);
    before constant bigint := (
        select r.id from app.export_run r
        where r.kind = 'nightly' and r.outcome = 'done' and r.edition_id = edition
        order by r.snapshot_at desc limit 1);
begin
    if edition is null then
        raise exception 'no export under way' using errcode = '42501';
    end if;
    update app.export_run r set snapshot_at = transaction_timestamp() where r.id = run;
    insert into app.exported_sign_up (run_id, sign_up_id, session_id, digest)
    select run, u.id, u.session_id,
        hashtextextended(concat_ws(E'\n', u.status, u.places, u.name, a.email, u.language), 0)
    from app.session s
    join app.sign_up u on u.session_id = s.id and u.status <> 'cancelled'
    join app.attendee a on a.id = u.attendee_id
    where s.edition_id = edition;
    if before is null then
        return;
    end if;
    return query
        select s.slug, count(*) filter (where o.sign_up_id is null)::integer,
            count(*) filter (where o.sign_up_id is not null and n.sign_up_id is not null
                and o.digest is distinct from n.digest)::integer,
            count(*) filter (where n.sign_up_id is null)::integer
        from (select x.* from app.exported_sign_up x where x.run_id = run) n
        full join (select x.* from app.exported_sign_up x where x.run_id = before) o using (sign_up_id)
        join app.session s on s.id = coalesce(n.session_id, o.session_id)
        group by s.slug
        order by s.slug;
end
$$;
grant execute on function api.hold_night to socialday_web, socialday_admin;
