import Stages

// The parts of the sentence.
extension Conclusion {
  /// What was looked at.
  var subject: String {
    var text = FindingCode.count(events, "event")
    if let indexes {
      let (first, last) = (indexes.lowerBound, indexes.upperBound)
      text += first == last ? " (index \(first))" : " (index \(first)-\(last))"
    }
    guard let log else { return text + ", content hashes only" }
    text += " of \(Quoting.escaped(log.origin)), size \(log.size)"
    if log.signers.isEmpty { return text }
    return text + ", signed by " + log.signers.map { signer($0, log) }.joined(separator: " and ")
  }

  /// A key's name and id; the name is left out where it is the origin.
  private func signer(_ name: String, _ log: Log) -> String {
    guard name.utf8.starts(with: "\(log.origin)+".utf8) else { return Quoting.escaped(name) }
    return "…"
      + Quoting.escaped(String(decoding: name.utf8.dropFirst(log.origin.utf8.count), as: UTF8.self))
  }

  /// What became of the content hashes that are no findings, or nil where there are none.
  var contentHashWords: String? {
    var parts: [String] = []
    func add(_ status: ContentHashStatus, one: String, more: String) {
      let number = contentHashes[status]
      if number == 0 { return }
      let subject = parts.isEmpty ? FindingCode.hashes(number) : "\(number)"
      parts.append("\(subject) \(number == 1 ? one : more)")
    }
    add(.ok, one: "matches", more: "match")
    add(.withheld, one: "withheld", more: "withheld")
    add(.noText, one: "without its text", more: "without their texts")
    add(.noHash, one: "missing", more: "missing")
    add(.unsupported, one: "of an unknown algorithm", more: "of unknown algorithms")
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// What was found of a meaning, in words.
  func words(_ meaning: FindingCode.Meaning) -> String {
    findings.codes(meaning: meaning).map { $0.words(findings[$0]) }.joined(separator: ", ")
  }

  /// Why no answer can be given.
  var doubts: String {
    if !findings.codes(meaning: .cannotTell).isEmpty { return words(.cannotTell) }
    return log == nil
      ? "no text could be compared with a content hash"
      : "the events were not compared with the log"
  }
}
