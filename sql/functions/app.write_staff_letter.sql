-- Has a letter written to an account (account_id) or to the address of somebody without one (email). It goes out once the
-- transaction is committed, with the retries of every letter.
--
-- kind: of those that StaffLetterWriter puts into words, in Mail/Staff. details: what it needs, without secrets or personal data.
-- language: null is the account's. Returns the letter's id.
-- Raises: 23514 (staff_letter_addressee) where both are given, or none.
create or replace function app.write_staff_letter(
    account_id uuid, email text, language text, kind text, details jsonb default '{}') returns bigint
language sql volatile as $$
    insert into app.staff_letter (account_id, email, language, kind, details, created_at, next_attempt_at)
    select $1, $2, coalesce($3, (select a.language from app.account a where a.id = $1), 'fr'), $4, coalesce($5, '{}'),
        clock_timestamp(), clock_timestamp()
    returning id
$$;
