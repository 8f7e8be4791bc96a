-- Takes down the organiser's notice about the current edition, one of its sessions or a venue.
--
-- venue, session: slugs, at most one of them; neither: the whole edition. seen, version: the notice that the
-- actor saw, and its version; version null: whichever.
-- Locks: the list of venues, rooms, hosts and notices.
-- Returns an object with outcome: cleared, with change (app.change); none; outdated. Raises: 42501 without programme:change.
drop function if exists api.clear_notice;
create function api.clear_notice(
    actor text, venue text, session text, seen bigint default null, version integer default null
) returns jsonb
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    standing app.notice;
begin
    perform app.require(actor, 'programme:change');
    perform app.lock_programme();
    select n.* into standing
    from app.notice n
    join app.edition e on e.id = n.edition_id and e.is_current
    where n.venue_id is not distinct from (select v.id from app.venue v where v.slug = $2)
        and n.session_id is not distinct from
            (select s.id from app.session s where s.edition_id = e.id and s.slug = $3)
        -- An unknown slug is not the whole edition.
        and ($2 is null) = (n.venue_id is null) and ($3 is null) = (n.session_id is null);
    if standing.id is null then
        return '{"outcome": "none"}';
    elsif version is not null and (seen, version) is distinct from (standing.id, standing.version) then
        return '{"outcome": "outdated"}';
    end if;
    perform app.begin_change(actor, 'notice');
    delete from app.notice n where n.id = standing.id;
    perform app.write_record(
        actor, 'notice.cleared', coalesce('venue:' || $2, 'session:' || $3, 'edition:' || standing.edition_id));
    return jsonb_build_object('outcome', 'cleared', 'change', app.end_change());
end
$$;
grant execute on function api.clear_notice to socialday_web, socialday_admin;
