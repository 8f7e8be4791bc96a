-- Whether a letter is given up: where it was refused for good, or after three days and no fewer than ten tries.
create or replace function app.is_hopeless(
    refused boolean, created_at timestamptz, attempts integer, moment timestamptz
) returns boolean
language sql immutable as $$
    select $1 or $2 < $4 - interval '3 days' and $3 >= 10
$$;
