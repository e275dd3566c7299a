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

let fuzzer: [String] = ["-sanitize=fuzzer", "-parse-as-library"]

/// A module of the tools with its branches counted.
func module(_ name: String, on dependencies: [Target.Dependency]) -> Target {
  .target(
    name: name, dependencies: dependencies, path: "House/\(name)",
    swiftSettings: house + [.unsafeFlags(fuzzer + ["-enable-testing"])])
}

let package = Package(
  name: "fuzz",
  dependencies: [.package(url: "https://github.com/apple/swift-crypto", from: "4.5.2")],
  targets: [
    .systemLibrary(name: "CZlib", path: "House/CZlib"),
    module("Bytes", on: ["CZlib"]),
    module("Compression", on: ["Bytes"]),
    module("EventJSON", on: ["Bytes"]),
    module("DecisionEvent", on: ["EventJSON", "Bytes"]),
    module("Stages", on: ["DecisionEvent", "EventJSON", "Compression", "Bytes"]),
    module("Digests", on: ["Bytes", .product(name: "Crypto", package: "swift-crypto")]),
    module(
      "Redaction",
      on: ["Stages", "DecisionEvent", "EventJSON", "Compression", "Digests", "Bytes"]),
    .executableTarget(
      name: "FuzzRedaction", dependencies: ["Redaction", "Stages", "EventJSON", "Bytes"],
      swiftSettings: house + [.unsafeFlags(fuzzer)],
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer"])]),
  ]
)
