-- The organiser's notices in the current edition, those to come and those past included.
drop view if exists api.notices;
create view api.notices as
select n.id, v.slug as venue, s.slug as session, n.text_fr, n.text_en, n.since, n.until, n.version
from app.edition e
join app.notice n on n.edition_id = e.id
left join app.venue v on v.id = n.venue_id
left join app.session s on s.id = n.session_id
where e.is_current;
grant select on api.notices to socialday_web, socialday_admin;
