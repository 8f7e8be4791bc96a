-- How full the sessions of the current edition are, those not published and those called off included, at the venues
-- whose counts the actor may read. In the order of the day.
--
-- phase: open, not_yet_open or closed, of signing up.
-- Permission: counts:read, everywhere or at venues. Locks: nothing.
drop function if exists api.session_counts;
create function api.session_counts(actor text)
returns table (
    id bigint, slug text, title_fr text, title_en text, theme text, starts_at timestamptz, ends_at timestamptz,
    venue_slug text, venue text, room text, capacity integer, confirmed integer, waiting integer, published boolean,
    called_off boolean, phase text
)
language plpgsql stable security definer rows 200
set search_path = pg_catalog, pg_temp
as $$
declare
    moment constant timestamptz := clock_timestamp();
    venues bigint[] := array(select v.id from app.venue v where app.may(actor, 'counts:read', v.id));
begin
    if venues = '{}' then
        perform app.require(actor, 'counts:read');
    end if;
    return query
    select s.id, s.slug, s.title_fr, s.title_en, s.theme, s.starts_at, s.ends_at, v.slug, v.name, r.name, t.capacity,
        t.confirmed, t.waiting, s.published_at is not null, s.cancelled_at is not null,
        coalesce(app.sign_up_refusal(s, e, moment), 'open')
    from app.edition e
    join app.session s on s.edition_id = e.id
    join app.session_tally t on t.session_id = s.id
    join app.room r on r.id = s.room_id
    join app.venue v on v.id = r.venue_id
    where e.is_current and v.id = any (venues)
    order by s.starts_at, v.name collate "und-x-icu", r.name, s.id;
end
$$;
grant execute on function api.session_counts to socialday_web;
