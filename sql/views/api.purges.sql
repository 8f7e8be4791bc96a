-- The purge record: what personal data was deleted, how much of it, when and why.
drop view if exists api.purges;
create view api.purges as
select p.id, p.purged_at, p.edition_id, p.kind, p.reason, p.rows
from app.purge p;
grant select on api.purges to socialday_admin;
