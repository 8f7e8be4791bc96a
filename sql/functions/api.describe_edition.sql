-- States what the law asks an organiser to say about an edition. Null: not stated. Returns whether there is such an
-- edition.
--
-- Locks: the edition's row.
-- Raises: 23514 (edition_legal_basis, edition_retention, edition_needs_retention, edition_waiting_retention,
--   edition_accessibility_status, edition_legal_basis_note, edition_accessibility_gaps) for what is not among the values, or
--   is in one language only.
drop function if exists api.describe_edition;
create function api.describe_edition(
    id bigint, controller_name text, controller_address text, officer_address text, legal_basis text,
    legal_basis_note_fr text, legal_basis_note_en text, retention_months integer, needs_retention_days integer,
    waiting_retention_months integer,
    accessibility_status text, accessibility_audited_on date, accessibility_gaps_fr text, accessibility_gaps_en text,
    accessibility_contact text
) returns boolean
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
    update app.edition e set
        controller_name = $2, controller_address = $3, officer_address = $4, legal_basis = $5,
        legal_basis_note_fr = $6, legal_basis_note_en = $7, retention_months = $8, needs_retention_days = $9,
        waiting_retention_months = $10, accessibility_status = $11, accessibility_audited_on = $12,
        accessibility_gaps_fr = $13, accessibility_gaps_en = $14, accessibility_contact = $15
    where e.id = $1;
    return found;
end
$$;
grant execute on function api.describe_edition to socialday_admin;
