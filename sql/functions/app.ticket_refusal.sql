-- Why a ticket changes nothing any more, or 'none'.
--
-- Locks: nothing; the caller holds the edition's lock.
-- Answers: not_found, also for secrets of another version (the address was corrected since); already_cancelled;
--   session_cancelled; over, once the session has ended.
create or replace function app.ticket_refusal(sign_up_id bigint, secret_version integer, moment timestamptz)
returns text
language sql stable as $$
    select coalesce(min(case
        when u.status = 'cancelled' then 'already_cancelled'
        when s.cancelled_at is not null then 'session_cancelled'
        when s.ends_at <= $3 then 'over'
        else 'none'
    end), 'not_found')
    from app.sign_up u
    join app.session s on s.id = u.session_id
    where u.id = $1 and u.secret_version = $2
$$;
