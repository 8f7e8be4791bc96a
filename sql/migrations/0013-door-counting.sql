-- What a door is asked and answers, as values that the functions that count hand to one another. Nothing of it is stored.

-- One thing that a device recorded, or asks (api.check_in).
create type app.door_request as (
    session_id bigint,
    sign_up_id bigint,
    secret_version integer,
    direction text,
    people integer,
    at timestamptz,
    is_offline boolean,
    is_walk_in boolean,
    undone_key text,
    request_key text,
    request_hash bytea
);

-- A session's door as it is to be worked by.
create type app.door_now as (
    session_id bigint,
    starts_at timestamptz,
    day date,
    capacity integer,
    room_capacity integer,
    is_cancelled boolean,
    confirmed integer
);

-- A sign-up as one door sees it. The last columns are of its presence, and null where nobody of it has come.
create type app.door_ticket as (
    sign_up_id bigint,
    session_id bigint,
    status text,
    places integer,
    day date,
    name text,
    needs text[],
    -- Whether it is for this door.
    is_ours boolean,
    inside integer,
    arrived integer,
    is_walk_in boolean,
    last_in_at timestamptz,
    last_actor text
);

-- What a door is told (api.check_in).
create type app.door_answer as (
    outcome text,
    accepted boolean,
    sign_up_id bigint,
    name text,
    places integer,
    inside integer,
    counted integer,
    excess integer,
    last_in_at timestamptz,
    own boolean,
    session_id bigint,
    remaining integer,
    -- How many more the room may hold.
    room_left integer,
    -- How many of those who came are more than the session has places.
    beyond integer,
    needs text[]
);
