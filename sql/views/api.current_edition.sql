-- The edition whose programme is shown: one row, or none.
drop view if exists api.current_edition;
create view api.current_edition as
select e.id, e.first_day, e.last_day, e.time_zone, e.opens_at, e.closes_at
from app.edition e
where e.is_current;
grant select on api.current_edition to socialday_web, socialday_admin;
