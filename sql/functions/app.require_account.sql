-- The account that an actor is: what one does to one's own account asks for nothing more.
--
-- Raises: 42501 (constraint staff_permission) for whoever is no account, or a disabled one.
create or replace function app.require_account(actor text) returns uuid
language plpgsql stable as $$
declare
    account uuid;
begin
    if actor ~ '^account:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then
        account := (
            select a.id from app.account a
            where a.id = split_part(actor, ':', 2)::uuid and a.disabled_at is null);
    end if;
    if account is null then
        raise exception 'the actor may not do this'
            using errcode = 'insufficient_privilege', constraint = 'staff_permission';
    end if;
    return account;
end
$$;
