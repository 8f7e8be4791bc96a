-- What was applied to this schema: the service compares it with what it was built for, and does not start on another.
create or replace view api.schema_changes as
select c.name, c.checksum, c.applied_at
from app.schema_change c;
grant select on api.schema_changes to socialday_web, socialday_admin;
