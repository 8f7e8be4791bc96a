-- Has a message mailed to the account that writes it, as it will look with the first of its sessions: a mail for each
-- language that it is written in.
--
-- Permission: people:write_to, of an account. Locks: nothing.
-- Outcomes: sent; nobody, where the selection holds no session.
-- Writes: the record: message.tested.
drop function if exists api.test_message;
create function api.test_message(
    actor text, slugs text[], themes text[], venues text[], subject_fr text, text_fr text, subject_en text, text_en text
) returns text
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    account uuid;
    session bigint;
begin
    perform app.require(actor, 'people:write_to');
    account := app.require_account(actor);
    session := (app.selected_sessions($2, $3, $4))[1];
    if session is null then
        return 'nobody';
    end if;
    perform app.write_staff_letter(
        account, null, v.language, 'message_test',
        jsonb_build_object('subject', v.subject, 'text', v.text, 'session', session))
    from (values ('fr', $5, $6), ('en', $7, $8)) v (language, subject, text)
    where v.text is not null;
    perform app.write_record(actor, 'message.tested', app.about_session(session), '{}');
    return 'sent';
end
$$;
grant execute on function api.test_message to socialday_web;
