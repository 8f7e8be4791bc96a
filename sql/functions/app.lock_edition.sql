-- The one lock: whatever gives or frees places holds its edition's until its transaction ends.
--
-- Locks: advisory, (1936487012, edition), in the order of the editions' ids; the number spells "sday".
-- The caller must be volatile and lock first: each statement after this one then sees what the last holder
-- committed. That takes read committed; under another level the snapshot would be older than the lock.
-- Raises: 25001 under another isolation level; 55P03 where lock_timeout passes.
create or replace function app.lock_edition(edition_ids bigint[]) returns void
language plpgsql volatile as $$
declare
    edition_id bigint;
begin
    if current_setting('transaction_isolation') <> 'read committed' then
        raise exception 'the edition lock needs read committed' using errcode = 'active_sql_transaction';
    end if;
    foreach edition_id in array array(select distinct e from unnest(edition_ids) e where e is not null order by e) loop
        perform pg_advisory_xact_lock(1936487012, edition_id::integer);
    end loop;
end
$$;
