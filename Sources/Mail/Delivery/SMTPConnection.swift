internal import CLibCurl
internal import Synchronization

/// One connection to a mail server through libcurl, kept from mail to mail. Blocks while it sends: to be used on a thread
/// that may wait, by one at a time.
final class SMTPConnection: @unchecked Sendable {
    private let handle: UnsafeMutableRawPointer
    private let errorText = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
    private let isAborted = Atomic<Bool>(false)

    /// What is being sent, and how far it has been read.
    private var body: [UInt8] = []
    private var position = 0

    static let connectSeconds = 15
    /// For a whole mail: greeting, handshake, data and answer.
    static let mailSeconds = 60

    /// curl wants to be set up once, before any thread uses it.
    private static let isSetUp: Bool = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    /// - Parameter name: what it calls itself (RFC 5321, section 4.1.1.1).
    init(server: SMTPServer, name: String) {
        guard Self.isSetUp, let handle = curl_easy_init() else { fatalError("libcurl can't be set up") }
        self.handle = handle
        configure(server, name)
    }

    deinit {
        curl_easy_cleanup(handle)
        errorText.deallocate()
    }

    /// Ends what is under way, from any thread, and whatever would follow.
    func abort() { isAborted.store(true, ordering: .releasing) }

    func send(_ message: MailMessage) throws(DeliveryFailure) {
        guard !isAborted.load(ordering: .acquiring) else { throw DeliveryFailure(.aborted, "the service ends") }
        body = message.bytes
        position = 0
        errorText[0] = 0
        let recipients = curl_slist_append(nil, "<\(message.recipient)>")
        defer { curl_slist_free_all(recipients) }
        _ = socialday_curl_set_string(handle, CURLOPT_MAIL_FROM, "<\(message.sender)>")
        _ = socialday_curl_set_list(handle, CURLOPT_MAIL_RCPT, recipients)
        _ = socialday_curl_set_size(handle, CURLOPT_INFILESIZE_LARGE, curl_off_t(body.count))
        let code = curl_easy_perform(handle)
        // The list is gone after this call; the next one brings its own.
        _ = socialday_curl_set_list(handle, CURLOPT_MAIL_RCPT, nil)
        if code != CURLE_OK { throw failure(code) }
    }

    private func configure(_ server: SMTPServer, _ name: String) {
        let scheme = server.security == .implicit ? "smtps" : "smtp"
        let host = server.host.contains(":") && !server.host.hasPrefix("[") ? "[\(server.host)]" : server.host
        set(CURLOPT_URL, "\(scheme)://\(host):\(server.port)/\(name)")
        set(CURLOPT_PROTOCOLS_STR, "smtp,smtps")
        // No proxy that the environment names for web pages.
        set(CURLOPT_PROXY, "")
        if let user = server.user { set(CURLOPT_USERNAME, user) }
        if let password = server.password { set(CURLOPT_PASSWORD, password) }
        let wish = server.security == .local ? CURLUSESSL_TRY : CURLUSESSL_ALL
        set(CURLOPT_USE_SSL, Int(wish.rawValue))
        set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        if server.security == .local {
            set(CURLOPT_SSL_VERIFYPEER, 0)
            set(CURLOPT_SSL_VERIFYHOST, 0)
        }
        set(CURLOPT_NOSIGNAL, 1)
        set(CURLOPT_CONNECTTIMEOUT, Self.connectSeconds)
        set(CURLOPT_TIMEOUT, Self.mailSeconds)
        set(CURLOPT_UPLOAD, 1)
        _ = socialday_curl_set_error_buffer(handle, errorText)

        // The connection outlives the calls: they run inside `send`.
        let this = Unmanaged.passUnretained(self).toOpaque()
        _ = socialday_curl_set_reader(
            handle,
            { buffer, size, count, context in
                guard let buffer, let context else { return 0 }
                let connection = Unmanaged<SMTPConnection>.fromOpaque(context).takeUnretainedValue()
                return connection.read(into: buffer, atMost: size * count)
            }, this)
        _ = socialday_curl_set_progress(
            handle,
            { context, _, _, _, _ in
                guard let context else { return 1 }
                let connection = Unmanaged<SMTPConnection>.fromOpaque(context).takeUnretainedValue()
                return connection.isAborted.load(ordering: .acquiring) ? 1 : 0
            }, this)
    }

    private func set(_ option: CURLoption, _ text: String) { _ = socialday_curl_set_string(handle, option, text) }

    private func set(_ option: CURLoption, _ number: Int) { _ = socialday_curl_set_long(handle, option, number) }

    private func read(into buffer: UnsafeMutablePointer<CChar>, atMost count: Int) -> Int {
        let piece = body[position..<min(body.count, position + count)]
        piece.withUnsafeBytes { UnsafeMutableRawBufferPointer(start: buffer, count: count).copyMemory(from: $0) }
        position += piece.count
        return piece.count
    }

    /// What an error means for the mail. The reply's words stay out of it: servers repeat addresses in them.
    private func failure(_ code: CURLcode) -> DeliveryFailure {
        if code == CURLE_ABORTED_BY_CALLBACK { return DeliveryFailure(.aborted, "the service ends") }
        let reply = socialday_curl_response_code(handle)
        let isRecipient = String(cString: errorText).hasPrefix("RCPT failed")
        if isRecipient || position > 0 {
            let step = isRecipient ? "the recipient" : "the mail"
            if (500...599).contains(reply) { return DeliveryFailure(.refused, "the server refused \(step): \(reply)") }
            if (400...499).contains(reply) { return DeliveryFailure(.putOff, "the server put off \(step): \(reply)") }
        }
        let answered = reply >= 400 ? ", after the reply \(reply)" : ""
        return DeliveryFailure(.serverTrouble, "\(String(cString: curl_easy_strerror(code)))\(answered)")
    }
}
