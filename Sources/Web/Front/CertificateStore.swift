import Dispatch
public import Logging
import NIOSSL
public import ServiceLifecycle
import Synchronization
import UnixSignals

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// The certificate that new connections are served with, read again when its files change.
///
/// Files are looked at every few seconds, and at once on SIGHUP. A pair that can't be used is reported and the last good
/// one stays. Both files are usually replaced one after the other: what is read in between doesn't match, and a later
/// look mends it.
public final class CertificateStore: Service {
    /// What `/health/ready` and `socialday check` tell.
    public struct Status: Sendable {
        /// The first moment at which browsers take it.
        public var validFrom: Date
        /// The last one.
        public var validUntil: Date
        /// Why the files as they are now can't be used; nil when they are what is served.
        public var problem: CertificateError?

        /// Whole days until the certificate expires, negative when it has.
        public func daysLeft(at now: Date = Date()) -> Int {
            Int((validUntil.timeIntervalSince(now) / 86_400).rounded(.down))
        }

        /// Whether browsers take the certificate at that moment, as far as its dates go.
        public func isValid(at now: Date = Date()) -> Bool { validFrom <= now && now <= validUntil }
    }

    private struct Version: Equatable {
        var certificate: FileVersion?
        var key: FileVersion?
    }

    private struct State {
        var pair: CertificatePair
        var version: Version
        var problem: CertificateError?
    }

    /// An expiry is worth a warning this many days ahead.
    public static let warningDays = 21

    /// Of the PEM file with the certificate and those of its issuers.
    public let certificatePath: String
    /// Of the PEM file with its private key.
    public let keyPath: String
    private let interval: Duration
    private let logger: Logger
    private let state: Mutex<State>

    /// Reads the pair.
    /// - Parameters:
    ///   - certificate: A PEM file: the certificate, then those of its issuers.
    ///   - key: A PEM file: the certificate's private key, ECDSA or RSA, without a passphrase.
    ///   - interval: How often the files are looked at.
    /// - Throws: What is wrong with which file.
    public init(
        certificate: String, key: String, interval: Duration = .seconds(5), logger: Logger
    ) throws(CertificateError) {
        certificatePath = certificate
        keyPath = key
        self.interval = interval
        self.logger = logger
        let version = Self.version(certificate, key)
        state = Mutex(State(pair: try CertificatePair(certificates: certificate, key: key), version: version))
        warnOfDates()
    }

    /// How the certificate that is served is doing, and its files.
    public var status: Status {
        state.withLock { Status(validFrom: $0.pair.validFrom, validUntil: $0.pair.validUntil, problem: $0.problem) }
    }

    var context: NIOSSLContext { state.withLock { $0.pair.context } }

    /// Watches the files until shutdown.
    public func run() async throws {
        await cancelWhenGracefulShutdown {
            await withDiscardingTaskGroup { group in
                group.addTask {
                    while (try? await Task.sleep(for: self.interval)) != nil { self.reload(force: false) }
                }
                group.addTask {
                    for await _ in await UnixSignalsSequence(trapping: .sighup) { self.reload(force: true) }
                }
            }
        }
    }

    /// Reads the files again if they changed, or anyway.
    public func reload(force: Bool) {
        let version = Self.version(certificatePath, keyPath)
        guard force || state.withLock({ $0.version != version }) else { return }
        do throws(CertificateError) {
            let pair = try CertificatePair(certificates: certificatePath, key: keyPath)
            state.withLock { $0 = State(pair: pair, version: version) }
            logger.notice("Certificate read again", metadata: ["valid until": "\(pair.validUntil)"])
            warnOfDates()
        } catch {
            state.withLock { state in
                state.version = version
                state.problem = error
            }
            logger.error("The new certificate can't be used, the last good one stays", metadata: ["reason": "\(error)"])
        }
    }

    private func warnOfDates() {
        let status = status
        if status.validFrom > Date() {
            logger.warning("The certificate is not valid yet", metadata: ["valid from": "\(status.validFrom)"])
        } else if !status.isValid() {
            logger.warning("The certificate has expired", metadata: ["valid until": "\(status.validUntil)"])
        } else if status.daysLeft() < Self.warningDays {
            logger.warning("The certificate expires soon", metadata: ["days left": "\(status.daysLeft())"])
        }
    }

    private static func version(_ certificate: String, _ key: String) -> Version {
        Version(certificate: FileVersion(certificate), key: FileVersion(key))
    }
}

extension CertificateStore: CustomStringConvertible {
    public var description: String { "certificate \(certificatePath)" }
}

/// What tells one content of a file from another without reading it.
private struct FileVersion: Equatable {
    let modified: Date?
    let size: Int?
    let number: Int?

    init?(_ path: String) {
        // Of what links lead to: where one in the middle is replaced, the path's own is as it was.
        let file = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: file) else { return nil }
        modified = attributes[.modificationDate] as? Date
        size = attributes[.size] as? Int
        number = attributes[.systemFileNumber] as? Int
    }
}
