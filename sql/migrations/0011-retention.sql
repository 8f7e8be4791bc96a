-- Forgetting people in time: how long those without a place are kept, what was deleted and when, and what stays: counts.

alter table app.edition
    -- After the last day, of those who got no place or gave it back; those who had one: retention_months.
    add column waiting_retention_months integer not null default 1,
    add constraint edition_waiting_retention check (waiting_retention_months between 1 and 36);

-- How many signed up for a session, as it was when its people were first forgotten. No foreign key from people to it, and
-- nothing in it about anybody.
create table app.session_count (
    session_id bigint not null,
    confirmed integer not null,
    places integer not null,
    waiting integer not null,
    cancelled integer not null,
    -- People who were let in; null where no ticket was read at the door.
    checked_in integer,
    counted_at timestamptz not null,
    constraint session_count_pk primary key (session_id),
    constraint session_count_session foreign key (session_id) references app.session (id) on delete cascade,
    constraint session_count_numbers check (least(confirmed, places, waiting, cancelled) >= 0)
);

-- The purge record: what was deleted, how much of it, when and why. Only ever added to.
create table app.purge (
    id bigint generated always as identity,
    purged_at timestamptz not null,
    -- Null: of all editions.
    edition_id bigint,
    -- What the rows were: see app.write_purge.
    kind text not null,
    -- Its time had passed, or a person asked.
    reason text not null,
    rows integer not null,
    constraint purge_pk primary key (id),
    constraint purge_kind check (
        kind in ('needs', 'attendees', 'sign_ups', 'sign_ups_without_place', 'letters', 'request_keys',
            'check_ins', 'notes')),
    constraint purge_reason check (reason in ('time', 'request')),
    constraint purge_rows check (rows > 0)
);

create function app.keep_purge() returns trigger language plpgsql as $$
begin
    raise exception 'the purge record is only added to' using errcode = 'insufficient_privilege';
end
$$;
create trigger purge_kept before update or delete or truncate on app.purge
    for each statement execute function app.keep_purge();

-- One function does what these did: api.purge.
drop function if exists api.forget_needs, api.forget_people, api.forget_letters;

-- What to offer in place of a session that is off is reckoned where pages reckon it, from the programme in memory.
drop function if exists app.letter_alternatives;
