-- Whether the record has been told that attempts were refused because of this one: a stranger who goes on trying fills it
-- no more than the throttle lets them.
alter table app.login_attempt add column told boolean not null default false;
