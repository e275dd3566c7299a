import Bytes
import Digests
import Stages

/// A configuration that events refer to, and the files that hold it.
struct Configuration: Equatable {
  /// One file of it.
  struct File: Equatable {
    let name: [UInt8]
    let content: StoredContent
  }

  /// The version by which events refer to it.
  let version: [UInt8]
  /// How many events do.
  let events: Int
  let files: [File]
}

/// A folder with a file for each version of the configuration, named by it: `0.7.1`,
/// `0.7.1.json`, `0.7.1.tar.gz`.
///
/// Behind the version stands nothing, or a dot and a letter: `0.7.1.json` is no file of `0.7`. The
/// folder is listed once and what events say is looked up in the list, so that no data becomes a
/// path. Links, folders and names that begin with a dot don't count.
struct ConfigFolder: ~Copyable {
  private struct Version {
    let name: [UInt8]
    var files: [[UInt8]] = []
    var events = 0
  }

  private let path: Path
  private let folder: Folder
  private let key = DigestKey()
  private var digests = DigestTable()
  private var versions: [Version] = []

  /// Lists a folder.
  init(_ path: Path) throws(Problem) {
    let folder = try Self.naming(path) { () throws(SystemError) in try Folder(opening: path) }
    let names = try Self.naming(path) { () throws(SystemError) in try Self.files(in: folder) }
    self.path = path
    self.folder = folder
    for name in names {
      for end in Self.ends(ofVersionsIn: name) { add(name, toVersion: Array(name[..<end])) }
    }
  }

  /// Calls `body`, whose error is one of the option.
  private static func naming<Result: ~Copyable>(
    _ path: Path, _ body: () throws(SystemError) -> Result
  ) throws(Problem) -> Result {
    do throws(SystemError) {
      return try body()
    } catch {
      throw Problem(.usage, "--configs: \(Quoting.escaped(path.text)): \(error)")
    }
  }

  private static func files(in folder: borrowing Folder) throws(SystemError) -> [[UInt8]] {
    var files: [[UInt8]] = []
    for name in try folder.names() where name.first != .dot {
      if try folder.status(of: Path(bytes: name))?.kind == .regular { files.append(name) }
    }
    return files.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// Where the versions end that a name can be a file of.
  private static func ends(ofVersionsIn name: [UInt8]) -> [Int] {
    let inner = name.indices.dropFirst().dropLast().filter {
      name[$0] == .dot && name[$0 + 1].isLetter
    }
    return inner + [name.count]
  }

  private mutating func add(_ file: [UInt8], toVersion name: [UInt8]) {
    let next = UInt64(versions.count)
    let index = digests.insert(key.digest(of: name.span), next) ?? next
    if index == next { versions.append(Version(name: name)) }
    versions[Int(index)].files.append(file)
  }

  /// Notes that an event refers to a version; false where there is no file of it.
  mutating func refer(to version: Span<UInt8>) -> Bool {
    guard let index = digests.word(of: key.digest(of: version)) else { return false }
    versions[Int(index)].events += 1
    return true
  }

  /// The configurations that events refer to, with the digests of their files.
  func configurations() throws(Problem) -> [Configuration] {
    var configurations: [Configuration] = []
    for version in versions where version.events > 0 {
      var files: [Configuration.File] = []
      for name in version.files { files.append(try read(name)) }
      configurations.append(
        Configuration(version: version.name, events: version.events, files: files))
    }
    return configurations.sorted { $0.version.lexicographicallyPrecedes($1.version) }
  }

  private func read(_ name: [UInt8]) throws(Problem) -> Configuration.File {
    do throws(SystemError) {
      let content = try StoredContent.read(Path(bytes: name), in: folder)
      return Configuration.File(name: name, content: content)
    } catch {
      throw Problem(.failure, "\(Quoting.escaped(path.appending(name).text)): \(error)")
    }
  }
}
