-- Changes a session (app.change_session) for somebody of the staff and writes it into the record; or only says what it
-- would do: then, and where it is refused, it is undone before anybody sees it, so that what is shown is what is done.
--
-- It is a change of its own (app.change), but where it is part of one already.
--
-- version: of the session that the actor had before them; null: whichever. shown: the effect that the actor agreed to;
--   where more people lose their places or clash by now, nothing is done.
-- Locks: nothing; the caller holds the edition's lock and has read `before` under it.
-- Returns app.change_session's object, with letters (app.letters_written), version (the session's, after), change (app.change;
--   null where it is part of one), and these outcomes as well: outdated, where the session has another version; more_affected.
create or replace function app.effect_on_session(
    actor text, before app.session, wished app.session, version integer, excess text, shown jsonb, dry_run boolean,
    moment timestamptz
) returns jsonb
language plpgsql volatile as $$
declare
    latest bigint := (select coalesce(max(o.id), 0) from app.outbox o);
    effect jsonb;
    is_part constant boolean := nullif(current_setting('socialday.change', true), '') is not null;
begin
    if version <> before.version then
        return jsonb_build_object('outcome', 'outdated', 'version', before.version);
    end if;
    begin
        if not is_part then
            perform app.begin_change(actor, 'session');
        end if;
        effect := app.change_session(before, wished, excess, moment);
        effect := effect || (
            select jsonb_build_object(
                'version', s.version, 'letters', app.letters_written(latest, before.edition_id))
            from app.session s where s.id = before.id);
        if (effect ->> 'moved')::integer > (shown ->> 'moved')::integer
            or (effect ->> 'clashes')::integer > (shown ->> 'clashes')::integer
        then
            effect := effect || '{"outcome": "more_affected"}';
        end if;
        if not is_part then
            effect := effect || jsonb_build_object('change', app.end_change());
        end if;
        if dry_run or effect ->> 'outcome' <> 'changed' then
            raise exception 'only to see what it would do' using errcode = 'SD001';
        end if;
    exception when sqlstate 'SD001' then
        -- Everything is as it was; the variables keep what was seen.
        return effect;
    end;
    perform app.write_record(
        actor,
        case
            when before.cancelled_at is null and wished.cancelled_at is not null then 'session.cancelled'
            when before.cancelled_at is not null and wished.cancelled_at is null then 'session.restored'
            when before.published_at is null and wished.published_at is not null then 'session.published'
            when before.published_at is not null and wished.published_at is null then 'session.withdrawn'
            else 'session.changed'
        end,
        'session:' || before.slug,
        jsonb_build_object(
            'version', effect -> 'version', 'fields', effect -> 'fields', 'moved', effect -> 'moved',
            'promoted', effect -> 'promoted', 'told', effect -> 'told', 'clashes', effect -> 'clashes'));
    return effect;
end
$$;
