-- Whether nobody could manage accounts any more without this one.
create or replace function app.is_last_administrator(account uuid) returns boolean
language sql stable as $$
    select exists (
            select from app.account a where a.id = $1 and a.role = 'administrator' and a.disabled_at is null)
        and not exists (
            select from app.account a
            where a.id <> $1 and a.role = 'administrator' and a.disabled_at is null and a.password is not null)
$$;
