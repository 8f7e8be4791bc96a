-- When a room counts as empty again: ten minutes after its session has ended. Few people are scanned on their way out, and a
-- board that still had the morning's in the afternoon would be of no use to anybody.
create or replace function app.emptied_at(ends_at timestamptz) returns timestamptz
language sql immutable as $$
    select ends_at + interval '10 minutes'
$$;
