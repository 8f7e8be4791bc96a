-- Where a letter stands, to staff too, in a word: sent; gathered, told by another one; dropped, since nothing of it was so any
-- more or there is no address; refused, by the recipient's server for good; given_up; failing, tried in vain and to be tried
-- again; held, since its address got many mails within the hour; waiting.
create or replace function app.letter_state(letter app.outbox) returns text
language sql stable as $$
    select case
        when letter.gathered_into is not null then 'gathered'
        when letter.sent_at is not null then 'sent'
        when letter.dropped_at is not null then 'dropped'
        when letter.given_up_at is not null then case when letter.refused then 'refused' else 'given_up' end
        when letter.last_error is not null then 'failing'
        when letter.held_at is not null then 'held'
        else 'waiting'
    end
$$;
