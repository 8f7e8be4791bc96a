-- The published sessions of the current edition, cancelled ones included.
--
-- sign_ups_close_at is app.closing_time, written out: functions in a view run with the rights of whoever reads it,
-- and the service's roles have none in app.
drop view if exists api.programme;
create view api.programme as
select s.id as session_id, s.slug, s.title_fr, s.title_en, s.summary_fr, s.summary_en, s.format, s.theme,
    h.name as host, h.legal_form as host_legal_form,
    v.slug as venue_slug, v.name as venue_name, v.address as venue_address, v.postcode as venue_postcode,
    v.city as venue_city, v.arrondissement as venue_arrondissement,
    v.latitude as venue_latitude, v.longitude as venue_longitude,
    v.wheelchair_accessible as venue_wheelchair_accessible, v.hearing_loop as venue_hearing_loop,
    v.access_notes as venue_access_notes,
    r.name as room, s.starts_at, s.ends_at, s.capacity, s.language, s.sign_language, s.waiting_list, s.audience,
    coalesce(s.sign_ups_open_at, e.opens_at, e.created_at) as sign_ups_open_at,
    least(coalesce(s.sign_ups_close_at, s.starts_at - interval '1 hour'), e.closes_at) as sign_ups_close_at,
    s.cancelled_at is not null as cancelled, s.calendar_sequence, s.updated_at, s.moved_from
from app.edition e
join app.session s on s.edition_id = e.id
join app.room r on r.id = s.room_id
join app.venue v on v.id = r.venue_id
join app.host h on h.id = s.host_id
where e.is_current and s.published_at is not null;
grant select on api.programme to socialday_web, socialday_admin;
