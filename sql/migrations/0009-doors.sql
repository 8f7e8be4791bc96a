-- What happens at the doors: who was let in and out, and how many are inside.

-- Everything that a door recorded, in the order in which it came. Rows are only ever added: what was wrong is taken back by
-- another row. No personal data but the number of a sign-up, and no foreign keys, as with everything about people.
create table app.check_in (
    id bigint generated always as identity,
    session_id bigint not null,
    -- Null: somebody who came without a ticket, or with one that is none of ours.
    sign_up_id bigint,
    -- By the device's clock, within reason, and when it came here.
    at timestamptz not null,
    received_at timestamptz not null,
    people integer not null,
    -- Of those people, how many more than the sign-up has places: a device without network lets in whom it must.
    excess integer not null default 0,
    -- How many of the sign-up were inside once this was counted, as the device was told.
    inside integer not null,
    -- The row that this one takes back.
    undoes bigint,
    is_walk_in boolean not null,
    is_offline boolean not null,
    -- The device's clock was not to be believed.
    is_clamped boolean not null,
    direction text not null,
    -- Why a device with network would have been told no.
    objection text,
    actor text collate "C" not null,
    request_key text collate "C" not null,
    request_hash bytea not null,
    constraint check_in_pk primary key (id),
    -- What makes a scan that is sent twice count once.
    constraint check_in_request_key unique (actor, request_key),
    constraint check_in_request_key_length check (octet_length(request_key) between 8 and 64),
    constraint check_in_direction check (direction in ('in', 'out', 'undo')),
    constraint check_in_undoes check ((direction = 'undo') = (undoes is not null)),
    constraint check_in_people check (people between 1 and 1000),
    constraint check_in_excess check (excess between 0 and people)
);
create index check_in_sign_up on app.check_in (sign_up_id) where sign_up_id is not null;
create unique index check_in_undone on app.check_in (undoes) where undoes is not null;

-- How many of a sign-up are inside, and have been: what its rows in check_in come to, whatever order they came in. The
-- checks hold even where a lock was forgotten.
create table app.presence (
    sign_up_id bigint not null,
    session_id bigint not null,
    places integer not null,
    inside integer not null,
    -- The most that were inside at one time: places that were claimed.
    arrived integer not null,
    -- Let in without holding places: from the waiting list, or by a device that did not know better.
    is_walk_in boolean not null,
    -- When the last of them came in, and who let them.
    last_in_at timestamptz,
    last_actor text,
    constraint presence_pk primary key (sign_up_id),
    constraint presence_inside check (inside between 0 and places),
    constraint presence_arrived check (arrived between inside and places)
) with (fillfactor = 70);
create index presence_session on app.presence (session_id);

-- The sums of a session's door. Whoever counts there locks its row first.
create table app.door_tally (
    session_id bigint not null,
    -- People with confirmed places: who came, and who is inside now.
    arrived integer not null default 0,
    inside integer not null default 0,
    -- People without.
    walk_ins integer not null default 0,
    walk_ins_inside integer not null default 0,
    -- What was recorded without network and would have been refused with it.
    flagged integer not null default 0,
    constraint door_tally_pk primary key (session_id),
    constraint door_tally_session foreign key (session_id) references app.session (id) on delete cascade,
    constraint door_tally_inside check (
        inside between 0 and arrived and walk_ins_inside between 0 and walk_ins and flagged >= 0)
) with (fillfactor = 10, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
insert into app.door_tally (session_id) select s.id from app.session s;

create function app.make_door_tally() returns trigger language plpgsql as $$
begin
    insert into app.door_tally (session_id) values (new.id);
    return null;
end
$$;

create trigger session_has_door after insert on app.session for each row execute function app.make_door_tally();
