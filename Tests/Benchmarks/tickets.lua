-- wrk: each request shows a ticket of its own at its session's door.
-- Arguments: TOKEN ROUND FILE. FILE has a line `SLUG TICKET` for each ticket, more than are shown in the time; both threads
-- begin at their own half of it.

local threads = 0

function setup(thread)
    threads = threads + 1
    thread:set("number", threads)
end

function init(arguments)
    token, prefix = arguments[1], string.format("%s-%d-", arguments[2], number)
    lines = {}
    for line in io.lines(arguments[3]) do lines[#lines + 1] = line end
    count = (number - 1) * math.floor(#lines / 2)
end

function request()
    count = count % #lines + 1
    local slug, ticket = lines[count]:match("(%S+) (%S+)")
    local body = string.format(
        '{"session":"%s","ticket":"%s","direction":"in","request_key":"%s%08d"}', slug, ticket, prefix, count)
    return "POST /api/v1/check-ins HTTP/1.1\r\nHost: " .. wrk.host .. ":" .. wrk.port
        .. "\r\nAuthorization: Bearer " .. token
        .. "\r\nContent-Type: application/json\r\nContent-Length: " .. #body .. "\r\n\r\n" .. body
end

function done(summary, latency, requests)
    local errors = summary.errors
    io.write(string.format(
        '{"requests":%d,"microseconds":%d,"refused":%d,"broken":%d,"p50":%d,"p95":%d,"p99":%d,"bytes":%d}\n',
        summary.requests, summary.duration, errors.status, errors.connect + errors.read + errors.write + errors.timeout,
        latency:percentile(50), latency:percentile(95), latency:percentile(99), summary.bytes))
end
