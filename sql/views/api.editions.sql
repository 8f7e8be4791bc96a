-- All editions.
drop view if exists api.editions;
create view api.editions as
select e.id, e.first_day, e.last_day, e.time_zone, e.opens_at, e.closes_at, e.is_current,
    (select count(*) from app.session s where s.edition_id = e.id) as sessions
from app.edition e;
grant select on api.editions to socialday_admin;
