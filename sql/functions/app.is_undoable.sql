-- Whether a change can be undone as a whole, as far as it goes by itself. A change of one session is undone on that session's
-- page, where its effect on people is chosen (api.return_session); what an undoing took away is made again by hand.
create or replace function app.is_undoable(change app.change) returns boolean
language sql stable as $$
    select change.undone_at is null and not exists (
        select from app.change_part p
        where p.change_id = change.id and (
            change.kind = 'session' and p.was is not null
            or p.version is null and p.kind <> 'notice'))
$$;
