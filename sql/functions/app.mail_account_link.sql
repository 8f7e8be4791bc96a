-- Makes a link for an account and has it mailed there: an invitation is good for 72 hours, a reset for one. Earlier ones of
-- the account are good no more.
--
-- Locks: nothing.
create or replace function app.mail_account_link(account uuid, kind text) returns void
language plpgsql volatile as $$
declare
    moment constant timestamptz := clock_timestamp();
    made uuid;
begin
    update app.account_link l set used_at = moment where l.account_id = account and l.used_at is null;
    insert into app.account_link (account_id, kind, created_at, expires_at)
    values (account, mail_account_link.kind, moment,
        moment + case mail_account_link.kind when 'invitation' then interval '72 hours' else interval '1 hour' end)
    returning id into made;
    perform app.write_staff_letter(
        account, null, null, mail_account_link.kind, jsonb_build_object('link', made));
end
$$;
