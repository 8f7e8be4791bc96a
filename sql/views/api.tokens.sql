-- All API tokens, without what opens anything.
drop view if exists api.tokens;
create view api.tokens as
select t.id, t.name, t.scopes, t.created_at, t.revoked_at
from app.api_token t;
grant select on api.tokens to socialday_admin;
