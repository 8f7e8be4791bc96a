-- The organiser's desk: which version of a session somebody has before them, and what it was before.

-- Counts every change of the row, so that who saves on top of another's change is told.
alter table app.session add column version integer not null default 1;

-- What a session was, one row for each change: it shows a second organiser what the first one changed, and is what can be
-- gone back to.
create table app.session_past (
    session_id bigint not null,
    version integer not null,
    replaced_at timestamptz not null,
    -- Who replaced it (app.require's actor), where it was somebody of the staff.
    replaced_by text,
    session jsonb not null,
    constraint session_past_pk primary key (session_id, version),
    constraint session_past_session foreign key (session_id) references app.session (id) on delete cascade
);

-- As before, and keeps what it was. Who changes it says so in socialday.actor, for the transaction.
create or replace function app.date_session() returns trigger language plpgsql as $$
begin
    new.updated_at := clock_timestamp();
    if new.calendar_sequence = old.calendar_sequence
        and (new.starts_at, new.ends_at, new.room_id, new.title_fr, new.title_en, new.summary_fr, new.summary_en,
            new.cancelled_at)
        is distinct from (old.starts_at, old.ends_at, old.room_id, old.title_fr, old.title_en, old.summary_fr,
            old.summary_en, old.cancelled_at)
    then
        new.calendar_sequence := old.calendar_sequence + 1;
    end if;
    new.version := old.version + 1;
    insert into app.session_past (session_id, version, replaced_at, replaced_by, session)
    values (old.id, old.version, new.updated_at, nullif(current_setting('socialday.actor', true), ''), to_jsonb(old));
    return new;
end
$$;

-- They take an actor now, or are part of api.change_session.
drop function if exists api.change_session;
drop function if exists api.cancel_session;
drop function if exists api.set_capacity;
drop function if exists api.import_sessions;
drop function if exists api.import_venues;
drop function if exists api.set_notice;
drop function if exists api.clear_notice;
