-- What the law asks an organiser to say about an edition (GDPR, article 13; RGAA 4.1), and when a session last changed.
--
-- Null: not stated yet, and the pages say so.
alter table app.edition
    -- Who answers for the personal data, and the address to write to; the data protection officer's.
    add column controller_name text,
    add column controller_address text,
    add column officer_address text,
    -- GDPR, article 6(1): e, f or a.
    add column legal_basis text,
    add column legal_basis_note_fr text,
    add column legal_basis_note_en text,
    -- After the last day.
    add column retention_months integer not null default 3,
    add column needs_retention_days integer not null default 7,
    add column accessibility_status text,
    add column accessibility_audited_on date,
    add column accessibility_gaps_fr text,
    add column accessibility_gaps_en text,
    add column accessibility_contact text,
    add constraint edition_legal_basis check (legal_basis in ('public_task', 'legitimate_interest', 'consent')),
    add constraint edition_retention check (retention_months between 1 and 36),
    add constraint edition_needs_retention check (needs_retention_days between 1 and 31),
    add constraint edition_accessibility_status check (accessibility_status in ('none', 'partial', 'full')),
    add constraint edition_legal_basis_note check ((legal_basis_note_fr is null) = (legal_basis_note_en is null)),
    add constraint edition_accessibility_gaps check ((accessibility_gaps_fr is null) = (accessibility_gaps_en is null));

-- For feeds and sitemaps: when what they show of a session last changed.
alter table app.session add column updated_at timestamptz;
update app.session set updated_at = created_at;
alter table app.session alter column updated_at set default now(), alter column updated_at set not null;

-- Whoever changes what calendars hold may count it; where nobody does, this does.
create function app.date_session() returns trigger language plpgsql as $$
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
    return new;
end
$$;

create trigger session_dated before update on app.session
    for each row when (old.* is distinct from new.*) execute function app.date_session();
