-- A session that was moved says so: search engines, and people who look again, learn what it was announced for.

alter table app.session
    -- When it was to start as it was published; null where it still does.
    add column moved_from timestamptz;

create function app.note_move() returns trigger language plpgsql as $$
begin
    new.moved_from := nullif(coalesce(old.moved_from, old.starts_at), new.starts_at);
    return new;
end
$$;

create trigger session_moved before update of starts_at on app.session
    for each row when (old.starts_at <> new.starts_at and old.published_at is not null)
    execute function app.note_move();
