-- Why a session takes nobody now, as far as time goes: closed, where it is called off too; not_yet_open; null where it does.
create or replace function app.sign_up_refusal(session app.session, edition app.edition, moment timestamptz) returns text
language sql stable as $$
    select case
        when session.cancelled_at is not null
            or moment >= app.closing_time(session.sign_ups_close_at, session.starts_at, edition.closes_at) then 'closed'
        when moment < coalesce(session.sign_ups_open_at, edition.opens_at) then 'not_yet_open'
    end
$$;
