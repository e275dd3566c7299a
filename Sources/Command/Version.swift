/// The version of all tools of the suite (semantic versioning 2.0.0).
public let suiteVersion = "0.1.0"
