// swift-tools-version: 6.2
import PackageDescription

/// What every target of the house is compiled with: strict memory safety, and the upcoming
/// features that make existentials, import visibility and member imports explicit.
let house: [SwiftSetting] =
  [
    .strictMemorySafety(),
    .enableUpcomingFeature("ExistentialAny"),  // SE-0335
    .enableUpcomingFeature("InternalImportsByDefault"),  // SE-0409
    .enableUpcomingFeature("MemberImportVisibility"),  // SE-0444
  ] + (Context.environment["KT_STRICT"] == nil ? [] : [.treatAllWarnings(as: .error)])

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")

/// A library module and its tests, which mirror its sources file by file and may have data.
func module(
  _ name: String, on dependencies: [Target.Dependency], settings: [SwiftSetting] = [],
  testData: [String] = []
) -> [Target] {
  [
    .target(name: name, dependencies: dependencies, swiftSettings: house + settings),
    .testTarget(
      name: "\(name)Tests", dependencies: [.byName(name: name), "TestSupport"] + dependencies,
      exclude: testData, swiftSettings: house),
  ]
}

/// An executable: options and one line of `run` over its stage module.
func tool(_ name: String, of stage: String, and others: [Target.Dependency] = []) -> [Target] {
  [
    .executableTarget(
      name: name,
      dependencies: ["Bytes", "Command", "DecisionEvent", "Stages", .byName(name: stage)]
        + others + [argumentParser],
      swiftSettings: house)
  ]
}

let tools = [
  "kt-source", "kt-filter", "kt-check", "kt-redact", "kt-hash", "kt-format", "kt-sink", "kt-wrap",
]

let targets: [[Target]] = [
  [.systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])])],
  // Bytes may use unsafe code, and alone hands out spans of its own storage.
  module("Bytes", on: ["CZlib"], settings: [.enableExperimentalFeature("Lifetimes")]),
  module("Compression", on: ["Bytes"]),
  // The one other place with unsafe code: C libraries that are loaded when pages are asked for.
  module("Typesetting", on: ["Bytes"]),
  module("EventJSON", on: ["Bytes"], testData: ["Vectors"]),
  module("DecisionEvent", on: ["EventJSON", "Bytes"]),
  module("Stages", on: ["DecisionEvent", "EventJSON", "Compression", "Bytes"]),
  module("Containers", on: ["Stages", "EventJSON", "Compression", "Bytes"]),
  module("Digests", on: ["Bytes", crypto]),
  module("Commitments", on: ["EventJSON", "Digests", "Bytes"]),
  module(
    "Integrity",
    on: [
      "Commitments", "Stages", "DecisionEvent", "EventJSON", "Compression", "Digests", "Bytes",
    ],
    testData: ["Vectors"]),
  module("Manifests", on: ["DecisionEvent", "EventJSON", "Bytes"]),
  module("Totals", on: ["DecisionEvent", "EventJSON", "Digests", "Bytes"]),
  module(
    "Transcripts",
    on: ["Typesetting", "Totals", "DecisionEvent", "EventJSON", "Digests", "Bytes"]),
  module(
    "Checking",
    on: [
      "Totals", "Stages", "DecisionEvent", "EventJSON", "Compression", "Digests", "Bytes",
    ]),
  module("Filtering", on: ["Stages", "DecisionEvent", "EventJSON", "Bytes"]),
  module(
    "Formatting",
    on: [
      "Containers", "Totals", "Transcripts", "Typesetting", "Stages", "DecisionEvent", "EventJSON",
      "Compression", "Digests", "Bytes",
    ]),
  module(
    "Redaction",
    on: [
      "Commitments", "Stages", "DecisionEvent", "EventJSON", "Compression", "Digests", "Bytes",
    ]),
  module(
    "Sourcing",
    on: [
      "Containers", "Manifests", "Stages", "DecisionEvent", "EventJSON", "Compression", "Digests",
      "Bytes",
    ]),
  module(
    "Artifacts",
    on: ["Manifests", "Stages", "DecisionEvent", "EventJSON", "Compression", "Digests", "Bytes"]),
  module("Wrapping", on: ["Stages", "DecisionEvent", "EventJSON", "Compression", "Bytes"]),
  module("Command", on: ["Stages", "DecisionEvent", "EventJSON", "Bytes", argumentParser]),
  tool("kt-source", of: "Sourcing"),
  tool("kt-filter", of: "Filtering"),
  tool("kt-check", of: "Checking"),
  tool("kt-redact", of: "Redaction"),
  tool("kt-hash", of: "Integrity", and: ["Commitments", "Filtering"]),
  tool("kt-format", of: "Formatting", and: ["Transcripts"]),
  tool("kt-sink", of: "Artifacts", and: ["Compression", "Integrity", "Manifests"]),
  tool("kt-wrap", of: "Wrapping"),
  [
    .target(
      name: "TestSupport", dependencies: ["Bytes", "Stages"], path: "Tests/TestSupport",
      swiftSettings: house),
    .testTarget(
      name: "GoldenTests",
      dependencies: ["TestSupport"] + tools.map { .byName(name: $0) },
      exclude: ["Cases", "Events"], swiftSettings: house),
    .testTarget(
      name: "HouseTests",
      dependencies: ["TestSupport"] + tools.map { .byName(name: $0) },
      swiftSettings: house),
  ],
]

let package = Package(
  name: "kt",
  products: tools.map { .executable(name: $0, targets: [$0]) },
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  targets: targets.flatMap { $0 }
)
