-- Puts up the organiser's notice about the current edition, one of its sessions or a venue; one that stood there goes.
--
-- venue, session: slugs, at most one of them; neither: the whole edition. since: null is now. until: null is until cleared.
-- Locks: nothing but the notice's row.
-- Returns: 'set', 'no_edition', 'unknown_venue' or 'unknown_session'.
-- Raises: 23514 (notice_subject, notice_time, notice_texts).
drop function if exists api.set_notice;
create function api.set_notice(
    venue text, session text, text_fr text, text_en text, since timestamptz, until timestamptz) returns text
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
    edition bigint := (select e.id from app.edition e where e.is_current);
    about_venue bigint := (select v.id from app.venue v where v.slug = $1);
    about_session bigint := (select s.id from app.session s where s.edition_id = edition and s.slug = $2);
begin
    if edition is null then
        return 'no_edition';
    elsif $1 is not null and about_venue is null then
        return 'unknown_venue';
    elsif $2 is not null and about_session is null then
        return 'unknown_session';
    end if;
    insert into app.notice as n (edition_id, venue_id, session_id, text_fr, text_en, since, until)
    values (edition, about_venue, about_session, $3, $4, coalesce($5, now()), $6)
    on conflict (edition_id, coalesce(venue_id, 0), coalesce(session_id, 0)) do update set
        text_fr = excluded.text_fr, text_en = excluded.text_en, since = excluded.since, until = excluded.until;
    return 'set';
end
$$;
grant execute on function api.set_notice to socialday_admin;
