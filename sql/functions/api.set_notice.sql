-- Puts up the organiser's notice about the current edition, one of its sessions or a venue; one that stood there goes.
--
-- venue, session: slugs, at most one of them; neither: the whole edition. since: null is now. until: null is until cleared.
-- seen, version: the notice that the actor saw there, and its version; 0 for none. version null: whichever.
-- Locks: the list of venues, rooms, hosts and notices.
-- Returns an object with outcome: set, with change (app.change); no_edition; unknown_venue; unknown_session; outdated.
-- Raises: 42501 without programme:change; 23514 (notice_subject, notice_time, notice_texts).
drop function if exists api.set_notice;
create function api.set_notice(
    actor text, venue text, session text, text_fr text, text_en text, since timestamptz, until timestamptz,
    seen bigint default null, version integer default null
) returns jsonb
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    edition bigint := (select e.id from app.edition e where e.is_current);
    about_venue bigint := (select v.id from app.venue v where v.slug = $2);
    about_session bigint := (select s.id from app.session s where s.edition_id = edition and s.slug = $3);
    standing app.notice;
begin
    perform app.require(actor, 'programme:change');
    if edition is null then
        return '{"outcome": "no_edition"}';
    elsif $2 is not null and about_venue is null then
        return '{"outcome": "unknown_venue"}';
    elsif $3 is not null and about_session is null then
        return '{"outcome": "unknown_session"}';
    end if;
    perform app.lock_programme();
    select * into standing from app.notice n
    where n.edition_id = edition and n.venue_id is not distinct from about_venue
        and n.session_id is not distinct from about_session;
    if version is not null and (coalesce(seen, 0), version) <> (coalesce(standing.id, 0), coalesce(standing.version, 0)) then
        return '{"outcome": "outdated"}';
    end if;
    perform app.begin_change(actor, 'notice');
    insert into app.notice as n (edition_id, venue_id, session_id, text_fr, text_en, since, until)
    values (edition, about_venue, about_session, $4, $5, coalesce($6, now()), $7)
    on conflict (edition_id, coalesce(venue_id, 0), coalesce(session_id, 0)) do update set
        text_fr = excluded.text_fr, text_en = excluded.text_en, since = excluded.since, until = excluded.until;
    perform app.write_record(
        actor, 'notice.set', coalesce('venue:' || $2, 'session:' || $3, 'edition:' || edition));
    return jsonb_build_object('outcome', 'set', 'change', app.end_change());
end
$$;
grant execute on function api.set_notice to socialday_web, socialday_admin;
