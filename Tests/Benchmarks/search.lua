-- wrk: each request searches for something that nobody asked for before, and that is there.
-- Arguments: ROUND WORDS. The words are those of searchable.py; every request has another one, or other themes.

local themes = {"care", "early_childhood", "housing", "exclusion", "health", "circular_economy", "transport"}
local threads = 0

function setup(thread)
    threads = threads + 1
    thread:set("number", threads)
end

function init(arguments)
    -- Rounds and threads are far apart from each other in the list of all queries.
    count = tonumber(arguments[1]) * 20011 * 2 + number * 20011
    words = tonumber(arguments[2])
    wrk.headers["Accept-Encoding"] = "gzip"
end

function request()
    count = count + 1
    local query = string.format("/fr/programme?q=mot%04d", count % words)
    -- Some of the seven themes, never none: the bits of a number.
    local chosen = 1 + math.floor(count / words) % 127
    for index, theme in ipairs(themes) do
        if math.floor(chosen / 2 ^ (index - 1)) % 2 == 1 then query = query .. "&theme=" .. theme end
    end
    return wrk.format("GET", query)
end

function done(summary, latency, requests)
    local errors = summary.errors
    io.write(string.format(
        '{"requests":%d,"microseconds":%d,"refused":%d,"broken":%d,"p50":%d,"p95":%d,"p99":%d,"bytes":%d}\n',
        summary.requests, summary.duration, errors.status, errors.connect + errors.read + errors.write + errors.timeout,
        latency:percentile(50), latency:percentile(95), latency:percentile(99), summary.bytes))
end
