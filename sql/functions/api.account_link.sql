-- Whose a mailed link is, while it is good: no row once it was used, ran out, or its account is disabled.
drop function if exists api.account_link;
create function api.account_link(id uuid) returns table (account uuid, email text, kind text, language text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
    select a.id, a.email, k.kind, a.language
    from app.account_link k join app.account a on a.id = k.account_id
    where k.id = $1 and k.used_at is null and k.expires_at > clock_timestamp() and a.disabled_at is null
$$;
grant execute on function api.account_link to socialday_web;
