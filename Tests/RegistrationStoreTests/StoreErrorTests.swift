import Testing

@testable import Postgres
@testable import RegistrationStore

struct StoreErrorTests {
    @Test("It is asked again where nothing was done or nobody knows, and not for a task that has ended")
    func worthAskingAgain() {
        for code in [PostgresError.Code.notSent, .notConnected, .unknownOutcome, .server("40001")] {
            #expect(PostgresError(code).isWorthAskingAgain, "\(code)")
        }
        for code in [PostgresError.Code.tooBusy, .cancelled, .misuse, .server("23505")] {
            #expect(!PostgresError(code).isWorthAskingAgain, "\(code)")
        }
        #expect(!PostgresError(.cancelled, isSafeToRetry: true).isWorthAskingAgain)
    }
}
