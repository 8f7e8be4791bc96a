-- How many signed up for each session whose people were forgotten since.
drop view if exists api.session_counts;
create view api.session_counts as
select s.edition_id, s.slug, s.title_fr, s.title_en, s.starts_at, s.capacity, c.confirmed, c.places, c.waiting, c.cancelled,
    c.counted_at
from app.session_count c
join app.session s on s.id = c.session_id;
grant select on api.session_counts to socialday_admin;
