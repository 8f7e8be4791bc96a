-- What the worker that sends letters has to know of each. New columns are null for a letter just written, and every index
-- is partial, so that signing up writes no more than it did.

alter table app.outbox
    -- When it was last taken to be sent. Until next_attempt_at it is then that worker's.
    add column claimed_at timestamptz,
    -- When it had to wait because its address had got as many mails as an hour allows.
    add column held_at timestamptz,
    -- When it was found to tell what is no longer so: it was not sent.
    add column dropped_at timestamptz,
    -- Whether it was given up because the recipient's server said no for good.
    add column refused boolean;

drop index app.outbox_due;
-- In the order in which they are claimed: nothing is sorted, however many wait.
create index outbox_due on app.outbox (next_attempt_at, id)
    where sent_at is null and given_up_at is null and dropped_at is null and gathered_into is null;
-- The mails that an address got within the hour, and whether an attendee was told of a place.
create index outbox_claimed on app.outbox (attendee_id, claimed_at) where claimed_at is not null;
create index outbox_held on app.outbox (attendee_id) where held_at is not null;
create index outbox_gathered on app.outbox (gathered_into) where gathered_into is not null;

-- The editions whose attendees have been reminded.
create table app.reminded_edition (
    edition_id bigint not null,
    reminded_at timestamptz not null,
    constraint reminded_edition_pk primary key (edition_id)
);
