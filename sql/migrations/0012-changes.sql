-- What organisers did to the programme: a row for each change, and one for each thing that it made, changed or removed. It
-- shows a second organiser what the first one saved meanwhile, and is what can be undone, an undoing included. Forgotten after
-- thirty days.

create table app.change (
    id bigint generated always as identity,
    kind text not null,
    -- As app.require has it.
    actor text not null,
    made_at timestamptz not null default clock_timestamp(),
    undone_at timestamptz,
    constraint change_pk primary key (id),
    constraint change_kind check (kind in (
        'session', 'venue', 'room', 'host', 'notice', 'sessions_import', 'venues_import', 'publication', 'undoing'))
);
create index change_made_at on app.change (made_at);

create table app.change_part (
    change_id bigint not null,
    -- The table's name.
    kind text not null,
    object_id bigint not null,
    -- That it made of the object; null: it removed it.
    version integer,
    -- The row as it was; null: it made it.
    was jsonb,
    constraint change_part_pk primary key (change_id, kind, object_id),
    constraint change_part_change foreign key (change_id) references app.change (id) on delete cascade,
    constraint change_part_kind check (kind in ('session', 'venue', 'room', 'host', 'notice'))
);
create index change_part_object on app.change_part (kind, object_id, change_id);

-- Counts every change of the row, as app.session.version does.
alter table app.venue add column version integer not null default 1;
alter table app.room add column version integer not null default 1;
alter table app.host add column version integer not null default 1;
alter table app.notice add column version integer not null default 1;

create function app.count_version() returns trigger language plpgsql as $$
begin
    new.version := old.version + 1;
    return new;
end
$$;
create trigger venue_counted before update on app.venue
    for each row when (old.* is distinct from new.*) execute function app.count_version();
create trigger room_counted before update on app.room
    for each row when (old.* is distinct from new.*) execute function app.count_version();
create trigger host_counted before update on app.host
    for each row when (old.* is distinct from new.*) execute function app.count_version();
create trigger notice_counted before update on app.notice
    for each row when (old.* is distinct from new.*) execute function app.count_version();

-- Adds to the change under way, whose id is in socialday.change for the transaction (app.begin_change). Without one, nothing.
create function app.keep_part() returns trigger language plpgsql as $$
declare
    change constant bigint := nullif(current_setting('socialday.change', true), '')::bigint;
begin
    if change is null or tg_op = 'UPDATE' and new.version = old.version then
        return null;
    end if;
    insert into app.change_part as p (change_id, kind, object_id, version, was)
    values (
        change, tg_table_name, case when tg_op = 'DELETE' then old.id else new.id end,
        case when tg_op <> 'DELETE' then new.version end, case when tg_op <> 'INSERT' then to_jsonb(old) end)
    on conflict on constraint change_part_pk do update set version = excluded.version;
    return null;
end
$$;
create trigger venue_kept after insert or update or delete on app.venue
    for each row execute function app.keep_part();
create trigger room_kept after insert or update or delete on app.room
    for each row execute function app.keep_part();
create trigger host_kept after insert or update or delete on app.host
    for each row execute function app.keep_part();
create trigger notice_kept after insert or update or delete on app.notice
    for each row execute function app.keep_part();
create trigger session_kept after insert or update or delete on app.session
    for each row execute function app.keep_part();

-- As before, but what only follows from its room or venue (how many fire safety allows, the calendars' count) is no version:
-- nobody changed the session, and nobody is told that somebody did. What it was is kept by app.keep_part.
create or replace function app.date_session() returns trigger language plpgsql as $$
declare
    followed constant text[] := '{room_capacity,calendar_sequence,updated_at,version}';
begin
    new.updated_at := clock_timestamp();
    if to_jsonb(new) - followed = to_jsonb(old) - followed then
        return new;
    end if;
    if new.calendar_sequence = old.calendar_sequence
        and (new.starts_at, new.ends_at, new.room_id, new.title_fr, new.title_en, new.summary_fr, new.summary_en,
            new.cancelled_at)
        is distinct from (old.starts_at, old.ends_at, old.room_id, old.title_fr, old.title_en, old.summary_fr,
            old.summary_en, old.cancelled_at)
    then
        new.calendar_sequence := old.calendar_sequence + 1;
    end if;
    new.version := old.version + 1;
    return new;
end
$$;

-- What sessions were is among the changes now. What was done before this migration can't be undone any more.
drop table app.session_past;
drop function if exists api.return_session, api.session_since, app.import_report;

-- One function does what these did: api.end_letter.
drop function if exists api.letter_sent, api.letter_dropped, api.release_letters;

-- Whoever reads who is signed up, or what they need, says who they are, a program too: it is written into the record.
drop function if exists api.attendees(bigint), api.needs(bigint);

-- It is app.hold_sign_up now: whoever changes a sign-up begins with it.
drop function if exists app.desk_hold;

-- Whoever looks for presence looks for a sign-up's: no query used this, and every check-in wrote it.
drop index app.presence_session;
