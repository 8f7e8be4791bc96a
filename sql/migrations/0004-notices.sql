-- Notices of the organiser, which stand on every page of what they are about.

create table app.notice (
    id bigint generated always as identity,
    edition_id bigint not null,
    -- What it is about; neither: the whole edition.
    venue_id bigint,
    session_id bigint,
    text_fr text not null,
    text_en text not null,
    since timestamptz not null,
    -- Null: until it is cleared.
    until timestamptz,
    created_at timestamptz not null default now(),
    constraint notice_pk primary key (id),
    constraint notice_edition foreign key (edition_id) references app.edition (id) on delete cascade,
    constraint notice_venue foreign key (venue_id) references app.venue (id) on delete cascade,
    constraint notice_session foreign key (session_id) references app.session (id) on delete cascade,
    constraint notice_subject check (venue_id is null or session_id is null),
    constraint notice_time check (since < until),
    constraint notice_texts check (
        char_length(text_fr) between 1 and 500 and char_length(text_en) between 1 and 500)
);
-- One notice at most for each subject: a second one takes the place of the first.
create unique index notice_one_each on app.notice (edition_id, coalesce(venue_id, 0), coalesce(session_id, 0));

create trigger notice_announced after insert or update or delete on app.notice
    for each statement execute function app.announce_programme();
