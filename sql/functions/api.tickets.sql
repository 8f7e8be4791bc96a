-- What tickets show: of one sign-up or, where attendee_id is given instead, of all under that attendee's address, in
-- the order of the sessions. Whoever asks has to hold the secret: secret_version is what a ticket is checked against.
--
-- Locks: nothing. position: of those who wait.
drop function if exists api.tickets;
create function api.tickets(sign_up_id bigint, attendee_id bigint)
returns table (
    id bigint, secret_version integer, status text, name text, places integer, "position" integer,
    signed_up_at timestamptz,
    session_id bigint, slug text, title_fr text, title_en text, summary_fr text, summary_en text, format text,
    theme text, host text, host_legal_form text, room text, starts_at timestamptz, ends_at timestamptz,
    capacity integer, language text, sign_language boolean, waiting_list boolean, audience text,
    sign_ups_open_at timestamptz, sign_ups_close_at timestamptz, cancelled boolean, calendar_sequence integer,
    venue_slug text, venue_name text, venue_address text, venue_postcode text, venue_city text,
    venue_arrondissement smallint, venue_latitude double precision, venue_longitude double precision,
    venue_wheelchair_accessible boolean, venue_hearing_loop boolean, venue_access_notes text,
    edition_id bigint, first_day date, last_day date, time_zone text, opens_at timestamptz, closes_at timestamptz,
    retention_months integer, waiting_retention_months integer
)
language plpgsql stable security definer rows 5
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
declare
    wanted constant bigint[] := case
        when $1 is not null then array[$1]
        else array(select u.id from app.sign_up u where u.attendee_id = any (app.under_same_address($2)))
    end;
begin
    return query
    select u.id, u.secret_version, u.status, u.name, u.places,
        case when u.status = 'waiting' then app.queue_position(u.session_id, u.queue_number) end, u.created_at,
        s.id, s.slug, s.title_fr, s.title_en, s.summary_fr, s.summary_en, s.format, s.theme, h.name, h.legal_form,
        r.name, s.starts_at, s.ends_at, s.capacity, s.language, s.sign_language, s.waiting_list, s.audience,
        coalesce(s.sign_ups_open_at, e.opens_at, e.created_at),
        app.closing_time(s.sign_ups_close_at, s.starts_at, e.closes_at), s.cancelled_at is not null,
        s.calendar_sequence,
        v.slug, v.name, v.address, v.postcode, v.city, v.arrondissement, v.latitude, v.longitude,
        v.wheelchair_accessible, v.hearing_loop, v.access_notes,
        e.id, e.first_day, e.last_day, e.time_zone, e.opens_at, e.closes_at, e.retention_months,
        e.waiting_retention_months
    from app.sign_up u
    join app.session s on s.id = u.session_id
    join app.edition e on e.id = s.edition_id
    join app.host h on h.id = s.host_id
    join app.room r on r.id = s.room_id
    join app.venue v on v.id = r.venue_id
    where u.id = any (wanted)
    order by s.starts_at, u.id;
end
$$;
grant execute on function api.tickets to socialday_web;
