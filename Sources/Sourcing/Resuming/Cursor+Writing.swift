import Bytes
import DecisionEvent
import Digests
import EventJSON

// The cursor as JSON, an input on a line of its own:
//
//     {"kt_cursor":1,"key":"<32 hex>","latest":"2026-04-01T00:00:00Z","folder":"/srv","inputs":[
//     {"path":"events/a.jsonl","device":66306,"inode":7,"stored":{"bytes":900,"tail":null},
//      "offset":800,"line":4,"column":0,"holds_lines":true,"at_end":false,
//      "head":{"bytes":800,"sha256":"<64 hex>"},"prefixes":["<16 hex>",..],
//      "tail":{"bytes":800,"sha256":"<64 hex>"},"exported":["<32 hex>",..]}
//     ]}
//
// `offset`, `line` and `column` say where the input is read on, after decoding. `head` and `tail`
// are the first and the last bytes before that, at most 4096 each, and `prefixes` the first 16, 32,
// 64 .. of `head`, by the first 64 bits of their SHA-256. `stored` is the file before decoding;
// its `tail` is known of compressed files only. `exported` are digests, made with `key`, of events
// that stand behind the offset and were exported. Relative paths begin at `folder`. A path that is
// no UTF-8 is written as `path_bytes` (or `folder_bytes`), in hexadecimal digits.
extension Cursor {
  /// Appends the cursor as JSON.
  func write(into output: inout Output) {
    output.append("{\"kt_cursor\":1,\"key\":")
    output.append(json: key.bytes.hexadecimal)
    output.append(",\"latest\":")
    if let latest { output.append(json: latest.description) } else { output.append("null") }
    output.append(.comma)
    output.append(path: folder, as: "folder")
    output.append(",\"inputs\":[")
    for (index, entry) in entries.enumerated() {
      output.append(index == 0 ? "\n" : ",\n")
      entry.write(into: &output)
    }
    output.append("\n]}\n")
  }
}

extension CursorEntry {
  fileprivate func write(into output: inout Output) {
    output.append(.openBrace)
    output.append(path: path, as: "path")
    output.append(",\"device\":\(stored.identity[0]),\"inode\":\(stored.identity[1])")
    output.append(",\"stored\":{\"bytes\":\(stored.size),\"tail\":")
    if let tail = stored.tail { tail.write(into: &output) } else { output.append("null") }
    output.append("},\"offset\":\(position.offset),\"line\":\(position.line)")
    output.append(",\"column\":\(position.column),\"holds_lines\":\(position.holdsLines)")
    output.append(",\"at_end\":\(isAtEnd),\"head\":")
    head.whole.write(into: &output)
    output.append(",\"prefixes\":")
    output.append(json: head.prefixes)
    output.append(",\"tail\":")
    position.tail.write(into: &output)
    output.append(",\"exported\":")
    output.append(json: exported.map(\.bytes))
    output.append(.closeBrace)
  }
}

extension Fingerprint {
  fileprivate func write(into output: inout Output) {
    output.append("{\"bytes\":\(count),\"sha256\":\"\(sha256.hexadecimal)\"}")
  }
}

extension Output {
  /// Appends a member that is a path.
  fileprivate mutating func append(path: Path, as name: String) {
    if let text = String(validating: path.bytes, as: UTF8.self) {
      append("\"\(name)\":")
      append(json: text)
    } else {
      append("\"\(name)_bytes\":\"\(path.bytes.hexadecimal)\"")
    }
  }

  /// Appends an array of strings of hexadecimal digits.
  fileprivate mutating func append(json digests: [[UInt8]]) {
    append(.openBracket)
    for (index, digest) in digests.enumerated() {
      if index > 0 { append(.comma) }
      append(.quote)
      for byte in digest { append(hexadecimal: byte) }
      append(.quote)
    }
    append(.closeBracket)
  }
}
