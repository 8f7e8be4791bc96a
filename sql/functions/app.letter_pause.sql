-- How long a letter that could not be sent waits until it is tried again: a minute, then pauses that double up to two hours,
-- each shortened by up to a quarter by chance, so that what failed at once is not tried at once.
create or replace function app.letter_pause(attempts integer) returns interval
language sql volatile as $$
    select least(interval '1 minute' * 2 ^ least($1 - 1, 10), interval '2 hours') * (1 - random() / 4)
$$;
