-- Changes a host, or makes one.
--
-- id: null for a new one. contact_email: whom to write to about its sessions; null for nobody. version: that the actor had
--   before them; null: whichever. Locks: the list of venues, rooms and hosts.
-- Returns an object with outcome: saved, with change (app.change); unchanged; unknown_host; name_taken; outdated.
-- Raises: 42501 without programme:change; 23514 (host_legal_form, host_contact_email).
drop function if exists api.save_host;
create function api.save_host(
    actor text, id bigint, name text, legal_form text, contact_email text, version integer default null
) returns jsonb
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    before app.host;
begin
    perform app.require(actor, 'programme:change');
    perform app.lock_programme();
    select * into before from app.host h where h.id = $2;
    if $2 is not null and before.id is null then
        return '{"outcome": "unknown_host"}';
    elsif $6 <> before.version then
        return '{"outcome": "outdated"}';
    elsif exists (select from app.host h where h.name = $3 and h.id is distinct from $2) then
        return '{"outcome": "name_taken"}';
    elsif (before.name, before.legal_form, before.contact_email) is not distinct from ($3, $4, $5) then
        return '{"outcome": "unchanged"}';
    end if;
    perform app.begin_change(actor, 'host');
    if $2 is null then
        insert into app.host as h (name, legal_form, contact_email) values ($3, $4, $5) returning h.id into before.id;
    else
        update app.host h set name = $3, legal_form = $4, contact_email = $5 where h.id = $2;
    end if;
    perform app.write_record(
        actor, case when $2 is null then 'host.created' else 'host.changed' end, 'host:' || before.id);
    return jsonb_build_object('outcome', 'saved', 'change', app.end_change());
end
$$;
grant execute on function api.save_host to socialday_web, socialday_admin;
