-- Takes down the organiser's notice about the current edition, one of its sessions or a venue.
--
-- venue, session: slugs, at most one of them; neither: the whole edition.
-- Locks: the notice's row.
-- Returns: whether there was one. Raises: 42501 without programme:change.
drop function if exists api.clear_notice;
create function api.clear_notice(actor text, venue text, session text) returns boolean
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
    perform app.require(actor, 'programme:change');
    delete from app.notice n using app.edition e
    where e.is_current and n.edition_id = e.id
        and n.venue_id is not distinct from (select v.id from app.venue v where v.slug = $2)
        and n.session_id is not distinct from
            (select s.id from app.session s where s.edition_id = e.id and s.slug = $3)
        -- An unknown slug is not the whole edition.
        and ($2 is null) = (n.venue_id is null) and ($3 is null) = (n.session_id is null);
    if not found then
        return false;
    end if;
    perform app.write_record(
        actor, 'notice.cleared', coalesce(
            'venue:' || $2, 'session:' || $3, 'edition:' || (select e.id from app.edition e where e.is_current)));
    return true;
end
$$;
grant execute on function api.clear_notice to socialday_web, socialday_admin;
