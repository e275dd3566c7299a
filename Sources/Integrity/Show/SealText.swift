import Bytes
import DecisionEvent
import Digests

/// What a seal says, for people.
enum SealText {
  static func write(_ seal: Seal, into output: inout Output) {
    var rows = Rows()
    rows.add("seal of", "\(seal.export), in the log \(seal.origin)")
    rows.add("made", "\(seal.created) by \(seal.tool)")
    rows.add("events", events(seal))
    rows.add(
      "log before", "\(seal.previous.size) leaves, root \(seal.previous.root.bytes.hexadecimal)")
    rows.add("salt", seal.saltID)
    if let time = seal.time {
      let order = time.isSorted ? "in this order" : "not in order"
      rows.add(time.field, "\(time.earliest) to \(time.latest), \(order)")
    }
    if let filter = seal.filter { rows.add("chosen by", filter) }
    if let source = seal.source {
      rows.add(
        "taken from",
        "the log \(source.origin), \(source.size) leaves, root \(source.root.bytes.hexadecimal)")
    }
    if let isFramed = seal.isFramed {
      rows.add("stream", isFramed ? "whole, by its frame" : "without a frame: nobody counted it")
    }
    for line in seal.tally.lines { rows.add("tally", line) }
    for file in seal.files {
      rows.add(
        "file",
        "\(file.name), \(file.bytes) bytes, \(file.count) events, sha256 "
          + file.sha256.bytes.hexadecimal)
    }
    rows.write(into: &output)
  }

  private static func events(_ seal: Seal) -> String {
    guard seal.count > 0 else { return "0" }
    return "\(seal.count) (index \(seal.first)-\(seal.index - 1)), the seal is \(seal.index)"
  }
}
