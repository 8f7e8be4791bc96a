-- Those who run the day: accounts and their logins, stewards' door links, what is mailed to them, and the record of what
-- they did. An actor is written `account:ID`, `door:ID`, `token:ID` (of an API token) or `command`.
--
-- No secret of a second factor, a mailed link or a door lies here: all are derived from the secret file, like tickets.

create table app.account (
    id uuid not null default gen_random_uuid(),
    email text not null,
    role text not null,
    language text not null default 'fr',
    -- A PHC string; null until whoever was invited has chosen one.
    password text,
    -- What the one-time codes' secret is derived from, with the id; and when it was set up.
    factor_version integer not null default 1,
    factor_set_at timestamptz,
    -- The last time step whose code was used (RFC 6238, section 5.2): a code opens once.
    factor_step bigint not null default 0,
    created_at timestamptz not null default now(),
    disabled_at timestamptz,
    constraint account_pk primary key (id),
    constraint account_role check (role in ('administrator', 'organiser', 'venue_manager')),
    constraint account_language check (language in ('fr', 'en')),
    constraint account_email check (octet_length(email) between 3 and 254 and email like '%_@_%')
);
create unique index account_one_email on app.account ((lower(email) collate "C"));

-- The venues that a venue manager manages.
create table app.account_venue (
    account_id uuid not null,
    venue_id bigint not null,
    constraint account_venue_pk primary key (account_id, venue_id),
    constraint account_venue_account foreign key (account_id) references app.account (id) on delete cascade,
    constraint account_venue_venue foreign key (venue_id) references app.venue (id) on delete cascade
);

-- Open in place of a one-time code, once: SHA-256 of each, enough for 80 random bits behind a throttle.
create table app.recovery_code (
    account_id uuid not null,
    hash bytea not null,
    used_at timestamptz,
    constraint recovery_code_pk primary key (account_id, hash),
    constraint recovery_code_account foreign key (account_id) references app.account (id) on delete cascade,
    constraint recovery_code_hash check (octet_length(hash) = 32)
);

-- One browser of one account. It ends by itself half an hour after it was last seen and twelve hours after it began.
create table app.login (
    id uuid not null default gen_random_uuid(),
    account_id uuid not null,
    -- SHA-256 of the cookie.
    hash bytea not null,
    -- What it says it is, for the list of one's open logins.
    browser text,
    created_at timestamptz not null,
    seen_at timestamptz not null,
    -- When it last showed a password or code.
    proved_at timestamptz not null,
    ended_at timestamptz,
    constraint login_pk primary key (id),
    constraint login_account foreign key (account_id) references app.account (id) on delete cascade,
    constraint login_hash unique (hash),
    constraint login_hash_length check (octet_length(hash) = 32),
    constraint login_browser check (char_length(browser) <= 60)
);
create index login_open on app.login (account_id) where ended_at is null;

-- Attempts to log in that are not known to have been right, for a quarter of an hour. A subject is a keyed hash of an address
-- or of a network, whether or not there is such an account.
create table app.login_attempt (
    subject bytea not null,
    at timestamptz not null
);
create index login_attempt_subject on app.login_attempt (subject, at);

-- A link that was mailed to an account, good once: to choose the first password, or another.
create table app.account_link (
    id uuid not null default gen_random_uuid(),
    account_id uuid not null,
    kind text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    constraint account_link_pk primary key (id),
    constraint account_link_account foreign key (account_id) references app.account (id) on delete cascade,
    constraint account_link_kind check (kind in ('invitation', 'reset'))
);
create index account_link_account on app.account_link (account_id, created_at);

-- A steward's link: one door, one day, no account.
create table app.door_link (
    id uuid not null default gen_random_uuid(),
    venue_id bigint not null,
    -- Null: the whole venue.
    room_id bigint,
    day date not null,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    ended_at timestamptz,
    constraint door_link_pk primary key (id),
    constraint door_link_venue foreign key (venue_id) references app.venue (id) on delete cascade,
    constraint door_link_room foreign key (room_id) references app.room (id) on delete cascade
);
create unique index door_link_one_each on app.door_link (venue_id, coalesce(room_id, 0), day) where ended_at is null;

-- Letters to staff and hosts, sent by the worker that sends those to attendees, with the same retries. Like there, a row
-- says which letter: a link in it is derived when it is written, from what details names. No personal data in details.
create table app.staff_letter (
    id bigint generated always as identity,
    -- One of the two: an account's present address, or the address of somebody without one.
    account_id uuid,
    email text,
    language text not null,
    kind text not null,
    details jsonb not null default '{}',
    created_at timestamptz not null,
    next_attempt_at timestamptz not null,
    attempts integer not null default 0,
    claimed_at timestamptz,
    sent_at timestamptz,
    given_up_at timestamptz,
    dropped_at timestamptz,
    refused boolean,
    last_error text,
    constraint staff_letter_pk primary key (id),
    constraint staff_letter_account foreign key (account_id) references app.account (id) on delete cascade,
    constraint staff_letter_addressee check ((account_id is null) <> (email is null)),
    constraint staff_letter_language check (language in ('fr', 'en')),
    constraint staff_letter_kind check (kind ~ '^[a-z_]{1,40}$')
);
create index staff_letter_due on app.staff_letter (next_attempt_at, id)
    where sent_at is null and given_up_at is null and dropped_at is null;

-- Who did what, when, to what. It is only ever added to.
create table app.record (
    id bigint generated always as identity,
    at timestamptz not null default clock_timestamp(),
    actor text not null,
    action text not null,
    object text,
    details jsonb,
    constraint record_pk primary key (id),
    constraint record_actor check (actor ~ '^((account|door|token):[0-9a-f-]{36}|command|service)$'),
    constraint record_action check (action ~ '^[a-z_]+\.[a-z_]+$'),
    constraint record_object check (object ~ '^[a-z_]+:[A-Za-z0-9._-]+$'),
    -- A last net: an address has one.
    constraint record_without_addresses check (details::text !~ '@')
);
create index record_at on app.record (at, id);

create function app.keep_record() returns trigger language plpgsql as $$
begin
    raise exception 'the record is only added to' using errcode = 'insufficient_privilege';
end
$$;
create trigger record_kept before update or delete on app.record for each row execute function app.keep_record();
create trigger record_kept_whole before truncate on app.record for each statement execute function app.keep_record();
-- Also where a session says that it only replays another server's changes.
alter table app.record enable always trigger record_kept;
alter table app.record enable always trigger record_kept_whole;
