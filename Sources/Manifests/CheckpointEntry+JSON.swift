import Bytes
import EventJSON

extension CheckpointEntry {
  /// Reads the object in `text`.
  init(_ text: Span<UInt8>) throws(ManifestProblem) {
    var object = ObjectReader(["path", "bytes", "sha256", "origin", "size", "root"])
    guard (try? object.read(text)) != nil, let path = object.string("path", of: text),
      let bytes = object.number("bytes", of: text), let sha256 = object.digest("sha256", of: text),
      let origin = object.string("origin", of: text), let size = object.number("size", of: text),
      let root = object.string("root", of: text)
    else { throw ManifestProblem(reason: "a checkpoint has no path, bytes, sha256 or log") }
    guard path.leadsInside else {
      throw ManifestProblem(reason: "a checkpoint's path leads out of the manifest's folder")
    }
    self.init(
      path: Path(path), bytes: bytes, sha256: sha256, origin: origin, size: size, root: root)
  }

  /// Appends the entry as a JSON object.
  func write(into output: inout Output) {
    output.append("{\"path\": ")
    output.append(json: path.text)
    output.append(", \"bytes\": \(bytes), \"sha256\": \"\(sha256.hexadecimal)\", \"origin\": ")
    output.append(json: origin)
    output.append(", \"size\": \(size), \"root\": ")
    output.append(json: root)
    output.append(.closeBrace)
  }
}
