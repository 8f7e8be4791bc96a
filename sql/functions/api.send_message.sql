-- Writes to the people of some sessions: one letter for each, however many of the sessions they hold. Whoever's language
-- it is not written in gets it in the other.
--
-- The letters are due a tenth of a second apart, so that whoever signs up meanwhile hears of their place before a long
-- list has been written to; the hourly number of mails counts them like any other (api.claim_letters).
-- Permission: people:write_to. Locks: advisory, (1936487014, hash of actor and key): sent twice, it is written once.
-- Outcomes: sent, with the message and how many it goes to, also where this key sent it before; nobody.
-- Writes: the record: message.sent, with the sessions and how many, and none of its words.
-- Raises: 23514 (message_languages, message_subjects, message_texts, message_statuses).
drop function if exists api.send_message;
create function api.send_message(
    actor text, slugs text[], themes text[], venues text[], statuses text[], subject_fr text, text_fr text,
    subject_en text, text_en text, request_key text, out outcome text, out message_id bigint, out recipients integer
)
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    chosen bigint[];
    moment timestamptz;
begin
    perform app.require(actor, 'people:write_to');
    perform pg_advisory_xact_lock(1936487014, hashtext(actor || ' ' || request_key));
    moment := clock_timestamp();
    select 'sent', m.id, m.recipients into outcome, message_id, recipients
    from app.message m where m.written_by = actor and m.request_key = $10;
    if outcome is not null then
        return;
    end if;
    chosen := app.selected_sessions($2, $3, $4);
    recipients := (select count(*) from app.addressees(chosen, $5) x where x.has_address);
    outcome := case when recipients = 0 then 'nobody' else 'sent' end;
    if outcome = 'nobody' then
        return;
    end if;
    insert into app.message as m (
        edition_id, request_key, written_at, written_by, sessions, statuses, subject_fr, text_fr, subject_en, text_en,
        recipients)
    values (app.current_edition(), $10, moment, actor, chosen, $5, $6, $7, $8, $9, send_message.recipients)
    returning m.id into message_id;
    insert into app.outbox (attendee_id, created_at, next_attempt_at, kind, language, message_id)
    select x.attendee_id, moment, moment + interval '0.1 second' * row_number() over (order by x.attendee_id),
        'message', case when (x.language = 'fr' or $9 is null) and $7 is not null then 'fr' else 'en' end,
        send_message.message_id
    from app.addressees(chosen, $5) x
    where x.has_address;
    perform app.write_record(
        actor, 'message.sent', 'message:' || message_id,
        jsonb_build_object('sessions', cardinality(chosen), 'statuses', $5, 'recipients', recipients));
end
$$;
grant execute on function api.send_message to socialday_web;
