internal import HTTPTypes
internal import Hummingbird

extension Router {
    /// Answers 405 to the methods that a path does not take; without this they would be told that the path is not there.
    /// To be called once all routes are added.
    func refuseOtherMethods() {
        var known: Set<HTTPRequest.Method> = [.get, .head, .post, .put, .patch, .delete, .options, .trace]
        if let query = HTTPRequest.Method("QUERY") { known.insert(query) }
        for routes in Dictionary(grouping: routes, by: \.path.description).values {
            var taken = Set(routes.map(\.method))
            // The router makes HEAD from GET.
            if taken.contains(.get) { taken.insert(.head) }
            let allowed = taken.map(\.rawValue).sorted().joined(separator: ", ")
            for method in known.subtracting(taken) {
                on(routes[0].path, method: method) { _, _ -> Response in
                    throw Refusal.methodNotAllowed(allowed: allowed)
                }
            }
        }
    }
}
