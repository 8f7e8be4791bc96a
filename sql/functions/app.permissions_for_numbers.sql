-- What an account may do before its second factor is set up, if its role may: it shows numbers, and nobody. Whatever is not
-- named here waits for the second factor. Registration/Staff/Permission.swift says the same.
create or replace function app.permissions_for_numbers() returns text[]
language sql immutable as $$
    select array['counts:read', 'capacity:change']
$$;
