-- All venues, those where nothing is on included.
drop view if exists api.venues;
create view api.venues as
select v.slug, v.name, v.address, v.postcode, v.city, v.arrondissement, v.latitude, v.longitude,
    v.wheelchair_accessible, v.hearing_loop, v.access_notes
from app.venue v;
grant select on api.venues to socialday_web, socialday_admin;
