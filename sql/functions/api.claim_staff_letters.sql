-- Takes letters to staff that are due, to be sent by whoever asks: until the lease ends they are nobody else's.
--
-- Locks: the rows; those that somebody is writing to are skipped.
drop function if exists api.claim_staff_letters;
create function api.claim_staff_letters(most integer, lease interval) returns setof bigint
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
    update app.staff_letter l
    set claimed_at = clock_timestamp(), attempts = l.attempts + 1, next_attempt_at = clock_timestamp() + $2
    where l.id in (
        select d.id from app.staff_letter d
        where d.next_attempt_at <= clock_timestamp() and d.sent_at is null and d.given_up_at is null
            and d.dropped_at is null
        order by d.next_attempt_at, d.id limit $1 for update skip locked)
    returning l.id
$$;
grant execute on function api.claim_staff_letters to socialday_web;
