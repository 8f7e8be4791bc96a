-- Until when the places of a session are kept for those who have signed up for them: ten minutes after it starts.
create or replace function app.claims_end(starts_at timestamptz) returns timestamptz
language sql immutable as $$
    select starts_at + interval '10 minutes'
$$;
