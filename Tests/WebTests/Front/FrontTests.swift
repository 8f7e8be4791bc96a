import Testing

/// The suites that talk to a live front: one test after another, since they measure time.
@Suite(.serialized) enum LiveFrontTests {}
