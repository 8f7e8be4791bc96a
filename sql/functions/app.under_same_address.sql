-- All attendees under the address that one of them has, one for each edition; that one alone where it has none.
create or replace function app.under_same_address(attendee_id bigint) returns bigint[]
language sql stable as $$
    select array(
        select a.id from app.attendee a where a.id = $1
        union
        select a.id
        from app.attendee one
        join app.attendee a on (lower(a.email) collate "C") = lower(one.email)
        where one.id = $1
        order by 1)
$$;
