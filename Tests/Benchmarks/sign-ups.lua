-- wrk: each request signs a new person up, through the API.
-- Arguments: TOKEN ROUND FIRST SESSIONS. Sessions are bench-FIRST and those after it; ROUND keeps addresses apart.

local threads = 0

function setup(thread)
    threads = threads + 1
    thread:set("number", threads)
end

function init(arguments)
    local token, round = arguments[1], arguments[2]
    first, sessions = tonumber(arguments[3]), tonumber(arguments[4])
    prefix = string.format("%s-%d-", round, number)
    count = 0
    format = '{"session":"bench-%03d","name":"Ada Lovelace","email":"%s%08d@bench.example","request_key":"%s%08d"}'
    -- All bodies are of one length: the head is written once.
    local length = #string.format(format, 1, prefix, 0, prefix, 0)
    head = "POST /api/v1/sign-ups HTTP/1.1\r\nHost: " .. wrk.host .. ":" .. wrk.port
        .. "\r\nAuthorization: Bearer " .. token
        .. "\r\nContent-Type: application/json\r\nContent-Length: " .. length .. "\r\n\r\n"
end

function request()
    count = count + 1
    return head .. string.format(format, first + count % sessions, prefix, count, prefix, count)
end

function done(summary, latency, requests)
    local errors = summary.errors
    io.write(string.format(
        '{"requests":%d,"microseconds":%d,"refused":%d,"broken":%d,"p50":%d,"p95":%d,"p99":%d,"bytes":%d}\n',
        summary.requests, summary.duration, errors.status, errors.connect + errors.read + errors.write + errors.timeout,
        latency:percentile(50), latency:percentile(95), latency:percentile(99), summary.bytes))
end
