-- What the record gained between the last good night of the edition and a night's snapshot, as one number to compare by:
-- how many entries, and the SHA-256 (hexadecimal) of their text, in their order, a line each.
--
-- Raises: 42501 where there is no such run under way.
drop function if exists api.record_digest;
create function api.record_digest(run bigint) returns table (entries integer, sha256 text)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    night constant app.export_run := (select r from app.export_run r where r.id = run and r.outcome is null);
    since constant timestamptz := (
        select max(r.snapshot_at) from app.export_run r
        where r.kind = 'nightly' and r.outcome = 'done' and r.edition_id = night.edition_id);
begin
    if night.id is null then
        raise exception 'no export under way' using errcode = '42501';
    end if;
    return query
        select count(*)::integer,
            encode(pg_catalog.sha256(convert_to(coalesce(string_agg(e::text, E'\n' order by e.id), ''), 'UTF8')), 'hex')
        from app.record e
        where e.at <= night.snapshot_at and (since is null or e.at > since);
end
$$;
grant execute on function api.record_digest to socialday_web, socialday_admin;
