-- Goes on only where an account has shown its password or a code in an open login within ten minutes; others have neither.
-- The pages ask for it first, of the very login; a minute more here, for what lies between their clock and this. Here it is the
-- account's, since actors are accounts, and whoever came past the pages could prove any login of it (api.prove_login).
--
-- Raises: 42501 (constraint staff_permission).
create or replace function app.require_proof(actor text) returns void
language plpgsql stable as $$
begin
    if actor like 'account:%' and not exists (
        select from app.login l
        where l.account_id = split_part(actor, ':', 2)::uuid and l.ended_at is null
            and l.proved_at > clock_timestamp() - interval '11 minutes')
    then
        raise exception 'the actor has to show a password or code again'
            using errcode = 'insufficient_privilege', constraint = 'staff_permission';
    end if;
end
$$;
