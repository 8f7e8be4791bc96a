-- What was exported, when, by whom, and how it ended; what the last good night held, to tell what changed since; choices
-- of columns that people saved.

create table app.export_run (
    id bigint generated always as identity,
    -- 'asked': by a person or a program; 'nightly': the nightly job.
    kind text not null,
    actor text not null,
    edition_id bigint not null,
    -- What was asked for, in words that name nobody: edition, venue:SLUG, session:SLUG, selection.
    scope text not null,
    -- Null: all of the edition.
    sessions bigint[],
    formats text not null,
    columns text not null,
    -- Of a night: the local date of its snapshot, which is the name of its folder.
    night date,
    snapshot_at timestamptz,
    started_at timestamptz not null default clock_timestamp(),
    -- So far, then in the end.
    rows integer not null default 0,
    files integer not null default 0,
    bytes bigint not null default 0,
    ended_at timestamptz,
    -- Null: under way.
    outcome text,
    -- Why it failed. No personal data.
    error text,
    -- Of a night: what changed since the one before, all sessions together. Null: it was the first.
    added integer,
    changed integer,
    cancelled integer,
    constraint export_run_pk primary key (id),
    constraint export_run_edition foreign key (edition_id) references app.edition (id) on delete cascade,
    constraint export_run_kind check (kind in ('asked', 'nightly')),
    constraint export_run_outcome check (outcome in ('done', 'failed')),
    constraint export_run_end check ((outcome is null) = (ended_at is null)),
    constraint export_run_error check ((error is not null) = (outcome is not distinct from 'failed')),
    constraint export_run_error_length check (char_length(error) <= 500)
);
create index export_run_nights on app.export_run (snapshot_at desc) where kind = 'nightly' and outcome = 'done';

-- The live sign-ups that a night held. Only those of the last good night are kept.
create table app.exported_sign_up (
    run_id bigint not null,
    sign_up_id bigint not null,
    session_id bigint not null,
    -- Of everything about it that a list shows; null once its person was forgotten.
    digest bigint,
    constraint exported_sign_up_pk primary key (run_id, sign_up_id)
);

create table app.export_choice (
    id bigint generated always as identity,
    name text not null,
    columns text[] not null,
    created_by text not null,
    created_at timestamptz not null default now(),
    constraint export_choice_pk primary key (id),
    constraint export_choice_name unique (name),
    constraint export_choice_name_length check (char_length(name) between 1 and 60),
    constraint export_choice_columns check (cardinality(columns) between 1 and 40)
);
