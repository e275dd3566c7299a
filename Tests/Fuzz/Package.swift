// swift-tools-version: 6.2
import PackageDescription

// The sources are those of the tools, by links, as a fuzzer needs every branch of them counted.
let house: [SwiftSetting] = [
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableExperimentalFeature("Lifetimes"),
]

let sanitizers = "-sanitize=fuzzer,address"
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")

/// A module of the tools with its branches counted and its accesses checked.
func module(_ name: String, on dependencies: [Target.Dependency]) -> Target {
  .target(
    name: name, dependencies: dependencies, path: "House/\(name)",
    swiftSettings: house + [
      .unsafeFlags([sanitizers, "-parse-as-library", "-enable-testing"])
    ])
}

/// A program: one line of `run`, and a check that is a link to where `swift test` has it.
func fuzzer(_ name: String, on modules: [Target.Dependency]) -> Target {
  .executableTarget(
    name: "Fuzz\(name)", dependencies: ["Fuzzing"] + modules,
    swiftSettings: house + [.unsafeFlags([sanitizers, "-parse-as-library"])],
    linkerSettings: [.unsafeFlags([sanitizers, "-use-ld=lld"])])
}

let event: [Target.Dependency] = ["EventJSON", "Bytes"]
let stage: [Target.Dependency] = ["Stages", "DecisionEvent", "Compression"] + event

let package = Package(
  name: "fuzz",
  dependencies: [.package(url: "https://github.com/apple/swift-crypto", from: "4.5.2")],
  targets: [
    .systemLibrary(name: "CZlib", path: "House/CZlib"),
    module("Bytes", on: ["CZlib"]),
    module("Compression", on: ["Bytes"]),
    module("Typesetting", on: ["Bytes"]),
    module("EventJSON", on: ["Bytes"]),
    module("DecisionEvent", on: event),
    module("Stages", on: ["DecisionEvent", "Compression"] + event),
    module("Containers", on: stage),
    module("Digests", on: ["Bytes", crypto]),
    module("Commitments", on: ["Digests"] + event),
    module("Integrity", on: ["Commitments", "Digests"] + stage),
    module("Totals", on: ["DecisionEvent", "Digests"] + event),
    module("Transcripts", on: ["Typesetting", "Totals", "DecisionEvent", "Digests"] + event),
    module("Filtering", on: stage),
    module(
      "Formatting", on: ["Containers", "Totals", "Transcripts", "Typesetting", "Digests"] + stage),
    module("Redaction", on: ["Commitments", "Digests"] + stage),
    .target(
      name: "Fuzzing", swiftSettings: house + [.unsafeFlags(["-sanitize=address"])]),
    fuzzer("Scanner", on: event),
    fuzzer("Timestamp", on: ["DecisionEvent"] + event),
    fuzzer("Expression", on: ["Filtering"] + stage),
    fuzzer("Pattern", on: ["Bytes"]),
    fuzzer("Decoder", on: ["Compression", "Bytes"]),
    fuzzer("Table", on: ["Formatting"] + stage),
    fuzzer("Receipt", on: ["Commitments", "Digests"] + event),
    fuzzer("Note", on: ["Integrity", "Digests"] + stage),
    fuzzer("Redaction", on: ["Redaction", "Commitments", "Digests"] + stage),
  ]
)
