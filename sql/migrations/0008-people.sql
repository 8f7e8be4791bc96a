-- People at the organiser's desk: telephone numbers, notes, moving up by hand, messages; and whom to write to at a host.

create extension if not exists unaccent with schema app;

-- Asked for at a desk only, and known for the edition. In international form (E.164).
alter table app.attendee
    add column telephone text,
    add constraint attendee_telephone check (telephone ~ '^\+[0-9]{6,15}$');

alter table app.sign_up
    drop constraint sign_up_route,
    add constraint sign_up_route check (route in ('form', 'api', 'desk')),
    -- When it was put at the head of its waiting list by hand, why, and the queue number that it had.
    add column moved_up_at timestamptz,
    add column moved_up_reason text,
    add column moved_up_from integer,
    add constraint sign_up_moved_up check (
        num_nulls(moved_up_at, moved_up_reason, moved_up_from) in (0, 3)
        and moved_up_reason in ('our_mistake', 'lost_place', 'access', 'takes_part', 'other'));

-- What organisers wrote down about a person. It goes with the person, and is in no export.
create table app.note (
    id bigint generated always as identity,
    attendee_id bigint not null,
    -- The sign-up that it is about, where it is about one.
    sign_up_id bigint,
    written_at timestamptz not null,
    -- The actor.
    written_by text not null,
    text text not null,
    -- It can be restored for an hour, then it goes (api.forget_notes).
    deleted_at timestamptz,
    constraint note_pk primary key (id),
    constraint note_text check (char_length(text) between 1 and 2000)
);
create index note_attendee on app.note (attendee_id);
create index note_deleted on app.note (deleted_at) where deleted_at is not null;

-- Whatever deletes a person deletes the notes about them.
create function app.delete_notes() returns trigger language plpgsql as $$
begin
    delete from app.note n using gone g where n.attendee_id = g.id;
    return null;
end
$$;
create trigger attendee_gone after delete on app.attendee referencing old table as gone
    for each statement execute function app.delete_notes();

-- What organisers wrote to people. Who got it is in the outbox, a row for each person.
create table app.message (
    id bigint generated always as identity,
    edition_id bigint not null,
    -- Of the form that sent it, so that sending it twice writes it once.
    request_key text not null,
    written_at timestamptz not null,
    -- The actor.
    written_by text not null,
    -- Whom it was for: those of these sessions who have places, who wait, or both.
    sessions bigint[] not null,
    statuses text[] not null,
    subject_fr text,
    text_fr text,
    subject_en text,
    text_en text,
    recipients integer not null,
    constraint message_pk primary key (id),
    constraint message_edition foreign key (edition_id) references app.edition (id),
    constraint message_request_key unique (written_by, request_key),
    constraint message_statuses check (statuses <@ array['confirmed', 'waiting'] and cardinality(statuses) > 0),
    constraint message_languages check (
        num_nulls(subject_fr, text_fr) in (0, 2) and num_nulls(subject_en, text_en) in (0, 2)
        and num_nulls(text_fr, text_en) < 2),
    constraint message_subjects check (
        char_length(subject_fr) between 1 and 150 and char_length(subject_en) between 1 and 150),
    constraint message_texts check (char_length(text_fr) between 1 and 5000 and char_length(text_en) between 1 and 5000)
);

alter table app.outbox
    -- Of 'message'.
    add column message_id bigint,
    drop constraint outbox_kind,
    add constraint outbox_kind check (kind in (
        'confirmed', 'waiting', 'promoted', 'passed_over', 'moved_to_waiting', 'cancelled', 'changed', 'switched',
        'already_signed_up', 'clash', 'day', 'session_changed', 'session_cancelled', 'reminder',
        'tickets', 'address_link', 'message'));
create index outbox_message on app.outbox (message_id) where message_id is not null;

-- Whom to write to about a host's sessions, where somebody told.
alter table app.host
    add column contact_email text,
    add constraint host_contact_email check (char_length(contact_email) between 3 and 254);

-- What was done to a person and their sign-ups.
create index record_people on app.record (object, id) where object like 'sign_up:%' or object like 'attendee:%';
