public import Compression

/// Where a sink's artifacts go: one path, or a template of them.
public struct SinkDestination: Sendable {
  let path: String
  /// The template that the path is, or nil for a single artifact.
  let template: ArtifactTemplate?

  /// Takes a path apart.
  ///
  /// With `isHive`, names are as warehouses expect them; with `hasParts`, artifacts have numbers,
  /// and so every path is a template.
  ///
  /// - Throws: the sentence for a usage error: no file name, an unknown placeholder, or no folder
  ///   with `isHive`.
  public init(path: String, isHive: Bool, hasParts: Bool) throws(TemplateProblem) {
    self.path = path
    let isTemplate = ArtifactTemplate.isTemplate(path)
    if isHive, !isTemplate {
      guard MediaType(artifact: path).compression == .plain, !path.hasSuffix(".jsonl") else {
        throw TemplateProblem(reason: "with --hive, PATH is a folder, or has placeholders")
      }
      guard !path.isEmpty, path != "-" else {
        throw TemplateProblem(reason: "expected the path of a folder")
      }
    }
    if isTemplate || isHive || hasParts {
      template = try ArtifactTemplate(path, isHive: isHive)
    } else {
      try Self.check(path)
      template = nil
    }
  }

  private static func check(_ path: String) throws(TemplateProblem) {
    let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    guard path != "-", !["", ".", ".."].contains(name), !name.hasSuffix(".manifest.json") else {
      throw TemplateProblem(reason: "expected the path of an artifact")
    }
  }

  /// How the artifacts' name says that they are compressed.
  public var format: CompressionMethod.Format {
    CompressionMethod.Format(name: template?.nameEnd ?? path)
  }
}
