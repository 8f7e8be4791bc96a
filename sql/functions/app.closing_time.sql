-- When sign-ups for a session close: at its own time or an hour before it starts, and never after the edition's.
create or replace function app.closing_time(own timestamptz, starts_at timestamptz, edition_closes_at timestamptz)
returns timestamptz
language sql stable as $$
    select least(coalesce(own, starts_at - interval '1 hour'), edition_closes_at)
$$;
