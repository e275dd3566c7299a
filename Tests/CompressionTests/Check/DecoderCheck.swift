@testable import Bytes
@testable import Compression

/// What must hold of every file that may be compressed: tests of random files and the fuzzer share
/// it.
///
/// The first two bytes of an input are the sizes of the blocks that are read and written; the rest
/// is the file.
enum DecoderCheck {
  /// What becomes of a file.
  private enum Outcome: Equatable {
    case content([UInt8])
    case refused
  }

  /// More content than this is not compared.
  private static let maximumContent = 1 << 17

  /// Files to begin with: members of every block type, with the optional parts of a header too.
  static let seeds: [[UInt8]] = {
    let texts = ["", "{\"team\":\"legal\"}\n", String(repeating: "abcabcabd", count: 50)]
    var seeds: [[UInt8]] = [[3, 5] + Array("{\"team\":\"legal\"}\n".utf8), [1, 1, 0x1F]]
    for (level, text) in zip([0, 1, 9], texts) {
      for format in [CompressionMethod.Format.gzip, .zstandard] {
        guard let file = encoded(text, format, level) else { continue }
        seeds.append([255, 255] + file)
        seeds.append([1, 2] + file + file + [0, 0, 0, 0])
        if format == .gzip { seeds.append([2, 7] + withAllFields(file)) }
      }
    }
    // A frame that decoders skip, and one with a name of its own size.
    seeds.append([9, 9, 0x50, 0x2A, 0x4D, 0x18, 3, 0, 0, 0, 1, 2, 3])
    return seeds
  }()

  private static func encoded(
    _ text: String, _ format: CompressionMethod.Format, _ level: Int
  ) -> [UInt8]? {
    // Zstandard may not be installed.
    guard let method = try? CompressionMethod(format, engine: .zlib, level: level) else {
      return nil
    }
    var encoder = StreamEncoder(method, threads: 1)
    var output = Output(capacity: 64)
    let bytes = Array(text.utf8)
    encoder.encode(bytes.span, into: &output)
    encoder.finish(into: &output)
    return Array(copying: output.bytes)
  }

  /// A member with an extra field, a name and a comment (RFC 1952, section 2.3).
  private static func withAllFields(_ member: [UInt8]) -> [UInt8] {
    var member = member
    member[3] = 0x1C
    member.insert(contentsOf: [2, 0, 0x41, 0x42] + Array("name\0comment\0".utf8), at: 10)
    return member
  }

  /// What does not hold of an input, or nil.
  static func complaint(about input: [UInt8]) -> String? {
    guard input.count >= 2, input.count <= 60_000 else { return nil }
    let file = Array(input[2...])
    let (portion, room) = (Int(input[0]) + 1, Int(input[1]) + 1)
    guard let whole = decoded(file, portion: file.count + 1, room: maximumContent) else {
      return nil
    }
    let others = [
      decoded(file, portion: portion, room: room), read(file, room: maximumContent),
      read(file, room: room),
    ]
    guard others.contains(where: { $0 != whole }) else { return nil }
    // Of a frame whose last block is empty, libzstd compares the size that its header tells only
    // where all of it comes at once.
    if whole == .refused, !isGzip(file) { return nil }
    return "at once \(whole), in portions and by the source \(others)"
  }

  private static func isGzip(_ file: [UInt8]) -> Bool { file.starts(with: [0x1F, 0x8B]) }

  /// The file as `DecodedSource` reads it.
  private static func read(_ file: [UInt8], room: Int) -> Outcome? {
    guard let pipe = try? Pipe() else { return nil }
    var source = DecodedSource(fill(pipe, file))
    var content: [UInt8] = []
    var block = [UInt8](repeating: 0, count: room)
    do throws(ReadProblem) {
      while true {
        var span = block.mutableSpan
        let count = try source.read(into: &span)
        if count == 0 { return .content(content) }
        content += block.prefix(count)
      }
    } catch {
      return .refused
    }
  }

  /// Writes a file into a pipe, which has room for it, and gives the other end.
  private static func fill(_ pipe: consuming Pipe, _ file: [UInt8]) -> Descriptor {
    do throws(SystemError) {
      try pipe.writeEnd.writeAll(file.span)
    } catch {
      preconditionFailure("a pipe takes what it has room for")
    }
    return pipe.takeReadEnd()
  }

  /// The file as the library decodes it, a member after the other and a portion after the other;
  /// nil where there is too much content to compare.
  private static func decoded(_ file: [UInt8], portion: Int, room: Int) -> Outcome? {
    var content: [UInt8] = []
    var block = [UInt8](repeating: 0, count: room)
    var offset = 0
    do throws(ReadProblem) {
      var decoder = try StreamDecoder(for: file.span)
      if decoder.isNone { return .content(file) }
      while offset < file.count {
        guard decoder.begins(file.span.extracting(offset...)) else { return .refused }
        guard
          try member(file, &offset, &decoder, portion: portion, &block, into: &content)
        else { return .refused }
        if content.count > maximumContent - 64 { return nil }
        decoder.reset()
        while offset < file.count, file[offset] == 0 { offset += 1 }
      }
      return .content(content)
    } catch {
      return content.count > maximumContent - 64 ? nil : .refused
    }
  }

  /// Decodes one member; false where the file ends in it.
  private static func member(
    _ file: [UInt8], _ offset: inout Int, _ decoder: inout StreamDecoder, portion: Int,
    _ block: inout [UInt8], into content: inout [UInt8]
  ) throws(ReadProblem) -> Bool {
    while true {
      let end = min(offset + portion, file.count)
      var span = block.mutableSpan
      let progress: CodecProgress
      do throws(CodecProblem) {
        progress = try decoder.decode(file.span.extracting(offset..<end), into: &span)
      } catch {
        throw .corrupt(error.reason)
      }
      offset += progress.consumed
      content += block.prefix(progress.produced)
      if progress.isFinished { return true }
      if content.count > maximumContent { throw .corrupt("more than is compared") }
      if offset == file.count, progress.produced < block.count { return false }
    }
  }
}
