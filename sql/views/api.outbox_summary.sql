-- What lies in the outbox, letters to staff included: letters that wait, and since when the oldest does; those that were
-- tried in vain, and why the last of them; those given up, because of the recipient's server (refused) or ours.
drop view if exists api.outbox_summary;
create view api.outbox_summary as
select count(*) filter (where o.given_up_at is null) as waiting,
    min(o.created_at) filter (where o.given_up_at is null) as oldest,
    count(*) filter (where o.given_up_at is null and o.last_error is not null) as failing,
    count(*) filter (where o.given_up_at is not null and o.refused) as refused,
    count(*) filter (where o.given_up_at is not null and o.refused is not true) as given_up,
    (array_agg(o.last_error order by o.claimed_at desc) filter (where o.last_error is not null))[1] as last_error
from (
    select o.created_at, o.given_up_at, o.last_error, o.refused, o.claimed_at
    from app.outbox o
    where o.sent_at is null and o.dropped_at is null
    union all
    select l.created_at, l.given_up_at, l.last_error, l.refused, l.claimed_at
    from app.staff_letter l
    where l.sent_at is null and l.dropped_at is null
) o;
grant select on api.outbox_summary to socialday_web, socialday_admin;
