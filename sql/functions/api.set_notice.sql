-- Puts up the organiser's notice about the current edition, one of its sessions or a venue; one that stood there goes.
--
-- venue, session: slugs, at most one of them; neither: the whole edition. since: null is now. until: null is until cleared.
-- Locks: nothing but the notice's row.
-- Returns: 'set', 'no_edition', 'unknown_venue' or 'unknown_session'.
-- Raises: 42501 without programme:change; 23514 (notice_subject, notice_time, notice_texts).
drop function if exists api.set_notice;
create function api.set_notice(
    actor text, venue text, session text, text_fr text, text_en text, since timestamptz, until timestamptz) returns text
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
    edition bigint := (select e.id from app.edition e where e.is_current);
    about_venue bigint := (select v.id from app.venue v where v.slug = $2);
    about_session bigint := (select s.id from app.session s where s.edition_id = edition and s.slug = $3);
begin
    perform app.require(actor, 'programme:change');
    if edition is null then
        return 'no_edition';
    elsif $2 is not null and about_venue is null then
        return 'unknown_venue';
    elsif $3 is not null and about_session is null then
        return 'unknown_session';
    end if;
    insert into app.notice as n (edition_id, venue_id, session_id, text_fr, text_en, since, until)
    values (edition, about_venue, about_session, $4, $5, coalesce($6, now()), $7)
    on conflict (edition_id, coalesce(venue_id, 0), coalesce(session_id, 0)) do update set
        text_fr = excluded.text_fr, text_en = excluded.text_en, since = excluded.since, until = excluded.until;
    perform app.write_record(
        actor, 'notice.set', coalesce('venue:' || $2, 'session:' || $3, 'edition:' || edition));
    return 'set';
end
$$;
grant execute on function api.set_notice to socialday_web, socialday_admin;
