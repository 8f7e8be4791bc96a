-- How full each session of the current edition is: read up to four times a second.
drop view if exists api.tallies;
create view api.tallies as
select t.session_id, t.capacity, t.confirmed, t.waiting
from app.edition e
join app.session s on s.edition_id = e.id
join app.session_tally t on t.session_id = s.id
where e.is_current and s.published_at is not null;
grant select on api.tallies to socialday_web, socialday_admin;
