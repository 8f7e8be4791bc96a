-- Writes to an address that somebody, perhaps a stranger, used in a form: at most once an hour for each kind
-- and sign-up, so that a form can't be turned on a person.
--
-- Locks: nothing; the caller holds the edition's lock.
create or replace function app.write_uninvited(
    kind text, attendee_id bigint, sign_up_id bigint, session_id bigint, language text, moment timestamptz
) returns void
language sql volatile as $$
    insert into app.outbox (attendee_id, sign_up_id, session_id, created_at, next_attempt_at, kind, language)
    select $2, $3, $4, $6, $6, $1, $5
    where not exists (
        select from app.outbox o
        where o.kind in ('already_signed_up', 'clash') and o.attendee_id = $2
            and o.created_at > $6 - interval '1 hour' and o.kind = $1 and o.sign_up_id is not distinct from $3)
$$;
