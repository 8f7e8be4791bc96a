-- Whether an attendee holds places, in another session than this one, that overlap this slot. Slots are half-open.
create or replace function app.is_busy(
    attendee_id bigint, session_id bigint, starts_at timestamptz, ends_at timestamptz
) returns boolean
language sql stable as $$
    select exists (
        select from app.sign_up u
        where u.attendee_id = $1 and u.session_id <> $2 and u.status = 'confirmed' and (
            select o.starts_at < $4 and $3 < o.ends_at and o.cancelled_at is null
            from app.session o where o.id = u.session_id))
$$;
