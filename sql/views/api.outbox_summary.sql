-- How many letters wait to be sent, and since when the oldest does.
drop view if exists api.outbox_summary;
create view api.outbox_summary as
select count(*) as waiting, min(o.created_at) as oldest
from app.outbox o
where o.sent_at is null;
grant select on api.outbox_summary to socialday_web, socialday_admin;
