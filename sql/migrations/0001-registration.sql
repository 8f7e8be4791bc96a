-- The registration of one day: what is on (edition, venue, room, host, session), who comes (attendee,
-- sign_up), what was asked (request_key), what is to be written to people (outbox), who may call (api_token).
--
-- Tables live in app, which only the owner touches. The service works through the functions and views of api.

create schema api;

-- btree_gist: a room and a time range in one exclusion constraint.
create extension if not exists btree_gist with schema app;

-- Roles belong to the whole cluster: another database may have made them, perhaps at this very moment.
do $$
declare
    wanted text;
begin
    foreach wanted in array array['socialday_web', 'socialday_admin'] loop
        if not exists (select from pg_roles r where r.rolname = wanted) then
            begin
                execute format('create role %I nologin', wanted);
            exception when duplicate_object or unique_violation then
                null;
            end;
        end if;
        if not pg_has_role(session_user, wanted, 'member') then
            execute format('grant %I to %I', wanted, session_user);
        end if;
    end loop;
end
$$;

-- Nobody may do anything that is not granted below or beside a function.
revoke all on schema app, api from public;
grant usage on schema api to socialday_web, socialday_admin;
alter default privileges revoke execute on functions from public;
do $$
begin
    execute format('revoke all on database %I from public', current_database());
    execute format('grant connect on database %I to socialday_web, socialday_admin', current_database());
end
$$;

-- Programme ---------------------------------------------------------------------------------------------

create table app.edition (
    id bigint generated always as identity,
    first_day date not null,
    last_day date not null,
    time_zone text not null,
    opens_at timestamptz,
    closes_at timestamptz,
    is_current boolean not null default false,
    created_at timestamptz not null default now(),
    constraint edition_pk primary key (id),
    constraint edition_days check (first_day <= last_day),
    constraint edition_opening check (opens_at < closes_at)
);
create unique index edition_one_current on app.edition (is_current) where is_current;

create table app.venue (
    id bigint generated always as identity,
    slug text not null,
    name text not null,
    address text not null,
    postcode text not null,
    city text not null,
    arrondissement smallint not null,
    latitude double precision not null,
    longitude double precision not null,
    wheelchair_accessible boolean,
    hearing_loop boolean,
    access_notes text,
    constraint venue_pk primary key (id),
    constraint venue_slug unique (slug),
    constraint venue_slug_form check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    constraint venue_arrondissement check (arrondissement between 1 and 20),
    constraint venue_position check (latitude between -90 and 90 and longitude between -180 and 180)
);

create table app.room (
    id bigint generated always as identity,
    venue_id bigint not null,
    name text not null,
    capacity integer not null,
    constraint room_pk primary key (id),
    constraint room_venue foreign key (venue_id) references app.venue (id),
    constraint room_name unique (venue_id, name),
    constraint room_id_capacity unique (id, capacity),
    constraint room_capacity check (capacity between 1 and 100000)
);

create table app.host (
    id bigint generated always as identity,
    name text not null,
    legal_form text not null,
    constraint host_pk primary key (id),
    constraint host_name unique (name),
    constraint host_legal_form check (
        legal_form in ('association', 'cooperative', 'work_integration', 'adapted_company', 'social_company'))
);

-- A session's edition never changes: that is what lets a function learn which lock to take before it holds it.
create table app.session (
    id bigint generated always as identity,
    edition_id bigint not null,
    room_id bigint not null,
    room_capacity integer not null,
    host_id bigint not null,
    slug text not null,
    title_fr text not null,
    title_en text not null,
    summary_fr text not null,
    summary_en text not null,
    format text not null,
    theme text not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    capacity integer not null,
    language text not null default 'fr',
    sign_language boolean not null default false,
    waiting_list boolean not null default true,
    audience text,
    -- Null: the edition's opening, and one hour before the start.
    sign_ups_open_at timestamptz,
    sign_ups_close_at timestamptz,
    published_at timestamptz,
    cancelled_at timestamptz,
    -- How often what calendars hold of it has changed (RFC 5545, section 3.8.7.4).
    calendar_sequence integer not null default 0,
    created_at timestamptz not null default now(),
    constraint session_pk primary key (id),
    constraint session_edition foreign key (edition_id) references app.edition (id),
    constraint session_host foreign key (host_id) references app.host (id),
    constraint session_room foreign key (room_id, room_capacity) references app.room (id, capacity) on update cascade,
    constraint session_slug unique (edition_id, slug),
    constraint session_id_capacity unique (id, capacity),
    constraint session_slug_form check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    constraint session_format check (format in ('workshop', 'talk', 'round_table', 'visit', 'training', 'meeting')),
    constraint session_theme check (
        theme in ('care', 'early_childhood', 'housing', 'exclusion', 'health', 'circular_economy', 'transport')),
    constraint session_language check (language in ('fr', 'en')),
    constraint session_slot check (starts_at < ends_at),
    constraint session_capacity check (capacity >= 1),
    constraint session_fits_room check (capacity <= room_capacity),
    constraint session_alone_in_room exclude using gist (
        room_id with =, tstzrange(starts_at, ends_at) with &&) where (cancelled_at is null)
        -- So that an import can exchange two sessions' rooms.
        deferrable initially immediate
);

-- What every sign-up changes, apart from what it only reads: small rows with room for their next versions
-- on the same page (HOT), whatever hangs on the session. The check holds even where the lock was forgotten.
create table app.session_tally (
    session_id bigint not null,
    capacity integer not null,
    -- Places confirmed, and sign-ups waiting.
    confirmed integer not null default 0,
    waiting integer not null default 0,
    next_queue_number integer not null default 1,
    constraint session_tally_pk primary key (session_id),
    constraint session_tally_capacity foreign key (session_id, capacity) references app.session (id, capacity)
        on update cascade on delete cascade,
    constraint session_tally_confirmed check (confirmed between 0 and capacity),
    constraint session_tally_waiting check (waiting >= 0)
) with (fillfactor = 10, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

-- Lines of import files, as the import functions take them.
create type app.venue_line as (
    line integer, slug text, name text, address text, postcode text, city text, arrondissement smallint,
    latitude double precision, longitude double precision, wheelchair_accessible boolean, hearing_loop boolean,
    access_notes text, room text, room_capacity integer
);
create type app.session_line as (
    line integer, slug text, title_fr text, title_en text, summary_fr text, summary_en text, format text, theme text,
    host text, host_legal_form text, venue text, room text, starts_at timestamptz, ends_at timestamptz,
    capacity integer, language text, sign_language boolean, waiting_list boolean, audience text
);

-- People ------------------------------------------------------------------------------------------------
--
-- No foreign keys from here on: PostgreSQL looks each row's up by itself, which took a fifth of a sign-up's time.
-- The rows that these tables name are found under the edition's lock by the functions that write them, and no
-- function deletes what a sign-up names. The tests of the rules look for orphans.

-- An attendee belongs to one edition: editions then never wait for each other over an address, and each is
-- deleted in its own time. Without an address: somebody assisted at a desk.
create table app.attendee (
    id bigint generated by default as identity,
    edition_id bigint not null,
    email text,
    created_at timestamptz not null,
    constraint attendee_pk primary key (id)
);
create unique index attendee_email on app.attendee ((lower(email) collate "C"), edition_id);

create table app.sign_up (
    id bigint generated by default as identity,
    session_id bigint not null,
    attendee_id bigint not null,
    created_at timestamptz not null,
    queue_number integer not null,
    places integer not null,
    secret_version integer not null default 1,
    caller uuid not null,
    status text not null,
    route text not null,
    language text not null,
    name text not null,
    needs text[],
    needs_note text,
    passed_over_at timestamptz,
    cancelled_at timestamptz,
    constraint sign_up_pk primary key (id),
    constraint sign_up_queue_number unique (session_id, queue_number),
    constraint sign_up_places check (places between 1 and 6),
    constraint sign_up_status check (status in ('confirmed', 'waiting', 'cancelled')),
    constraint sign_up_cancelled check ((status = 'cancelled') = (cancelled_at is not null)),
    constraint sign_up_route check (route in ('form', 'api')),
    constraint sign_up_language check (language in ('fr', 'en')),
    constraint sign_up_name check (char_length(name) between 1 and 240),
    constraint sign_up_needs check (
        needs <@ array['wheelchair', 'sign_language', 'hearing_loop', 'seat', 'other'] and cardinality(needs) > 0),
    constraint sign_up_needs_note check (char_length(needs_note) between 1 and 1000)
);
-- At most one that lives for an attendee and session: cancelled ones are null here, and nulls are distinct.
-- Not a partial index, since it also finds all sign-ups of an attendee, cancelled ones included.
create unique index sign_up_one_live on app.sign_up
    (attendee_id, session_id, (case when status <> 'cancelled' then true end));

-- The first answer to each request that made or found a sign-up, for 7 days. The key belongs to its caller
-- and session. No foreign key: a row is written beside its sign-up in the same transaction, is short-lived,
-- and holds no personal data.
create table app.request_key (
    caller uuid not null,
    session_id bigint not null,
    sign_up_id bigint not null,
    created_at timestamptz not null,
    places integer,
    queue_position integer,
    own boolean not null,
    request_key text collate "C" not null,
    outcome text not null,
    request_hash bytea not null,
    constraint request_key_pk primary key (caller, session_id, request_key),
    constraint request_key_length check (octet_length(request_key) between 8 and 64),
    constraint request_key_outcome check (outcome in ('confirmed', 'waiting', 'already_signed_up'))
);
create index request_key_created_at on app.request_key using brin (created_at) with (autosummarize = on);

-- Letters to write, in the transaction that makes them true. A row says which letter, never what is in it:
-- that is read when it is sent. It is to be sent only while its attendee still holds its sign-up (a corrected
-- address leaves the earlier letters without a holder). The id makes the letter's Message-ID, so that a letter
-- sent twice is seen as one. No foreign keys: a letter whose sign-up was deleted is dropped by the reader's join.
create table app.outbox (
    id bigint generated always as identity,
    attendee_id bigint not null,
    -- What the letter is about: one sign-up, one session, both, or all that the attendee has.
    sign_up_id bigint,
    session_id bigint,
    created_at timestamptz not null,
    next_attempt_at timestamptz not null,
    attempts integer not null default 0,
    kind text not null,
    language text not null,
    sent_at timestamptz,
    given_up_at timestamptz,
    -- The letter that told this one's news as well.
    gathered_into bigint,
    last_error text,
    -- Of 'day': the outcome of each session asked for. Of 'session_changed': what it was before. No personal data.
    details jsonb,
    constraint outbox_pk primary key (id),
    constraint outbox_kind check (kind in (
        'confirmed', 'waiting', 'promoted', 'passed_over', 'moved_to_waiting', 'cancelled', 'changed', 'switched',
        'already_signed_up', 'clash', 'day', 'session_changed', 'session_cancelled', 'reminder',
        'tickets', 'address_link')),
    constraint outbox_language check (language in ('fr', 'en'))
);
create index outbox_due on app.outbox (next_attempt_at) where sent_at is null and given_up_at is null;
-- For app.write_uninvited.
create index outbox_uninvited on app.outbox (attendee_id, created_at) where kind in ('already_signed_up', 'clash');

create table app.api_token (
    id uuid not null default gen_random_uuid(),
    name text not null,
    scopes text[] not null,
    hash bytea not null,
    created_at timestamptz not null default now(),
    revoked_at timestamptz,
    constraint api_token_pk primary key (id),
    constraint api_token_hash unique (hash),
    constraint api_token_hash_length check (octet_length(hash) = 32),
    constraint api_token_name_length check (char_length(name) between 1 and 100),
    constraint api_token_scopes check (
        cardinality(scopes) > 0
        and scopes <@ array['sign-ups:write', 'attendees:read', 'capacity:read', 'check-ins:write'])
);
create unique index api_token_name on app.api_token (name) where revoked_at is null;

-- Announcements -----------------------------------------------------------------------------------------

create function app.announce_programme() returns trigger language plpgsql as $$
begin
    perform pg_notify('programme', '');
    return null;
end
$$;

create trigger edition_announced after insert or update or delete on app.edition
    for each statement execute function app.announce_programme();
create trigger venue_announced after insert or update or delete on app.venue
    for each statement execute function app.announce_programme();
create trigger room_announced after insert or update or delete on app.room
    for each statement execute function app.announce_programme();
create trigger host_announced after insert or update or delete on app.host
    for each statement execute function app.announce_programme();
create trigger session_announced after insert or update or delete on app.session
    for each statement execute function app.announce_programme();

-- A session without a tally would have no places to give.
create function app.make_tally() returns trigger language plpgsql as $$
begin
    insert into app.session_tally (session_id, capacity) values (new.id, new.capacity);
    return null;
end
$$;

create trigger session_made after insert on app.session for each row execute function app.make_tally();
