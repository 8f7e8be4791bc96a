-- The hosts, as the organiser's desk has them, with whom to write to about them (null: nobody), the version
-- and how many sessions of the current edition they run.
--
-- Locks: nothing. Raises: 42501 without programme:change.
drop function if exists api.desk_hosts;
create function api.desk_hosts(actor text)
returns table (id bigint, name text, legal_form text, contact_email text, version integer, sessions bigint)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
    perform app.require(actor, 'programme:change');
    return query
    select h.id, h.name, h.legal_form, h.contact_email, h.version, (
        select count(*) from app.session s join app.edition e on e.id = s.edition_id
        where s.host_id = h.id and e.is_current and s.cancelled_at is null)
    from app.host h
    order by h.name collate "und-x-icu";
end
$$;
grant execute on function api.desk_hosts to socialday_web, socialday_admin;
