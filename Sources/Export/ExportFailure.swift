internal import Postgres
internal import RegistrationStore

/// What the record of exports may say of an error: what names nobody.
func recordable(_ error: any Error) -> String {
    switch error {
    case let error as ExportError: error.description
    case let error as PostgresError: error.description
    case is ExportRefusal: "there is nothing of that name"
    case is CancellationError: "interrupted: the service was told to stop"
    default: "unexpected: \(type(of: error))"
    }
}
