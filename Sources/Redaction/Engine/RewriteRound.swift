import Bytes
import EventJSON

/// Looks once through a text, and writes it with everything found replaced.
struct RewriteRound: ~Copyable {
  /// Which hits are counted.
  enum Counting {
    /// All of them: the first time that a text is looked through.
    case all
    /// Those that change something: others were counted before.
    case changes
  }

  private var scanner: Scanner
  var replacer: Replacer
  private let allowed: AllowList
  private var decoded: DecodedValue
  private var replacement = Output(capacity: 256)
  /// Where replacements stand in the new value, where that is recorded.
  var marks: ReplacementMarks
  /// What stays of the value, where that is for a receipt.
  var kept = KeptParts()
  /// What was found since the owner emptied it.
  var tallies = Tallies()
  /// How many hits the allow list let pass, in all texts.
  private(set) var allowedCount = 0

  init(
    _ request: RedactionRequest, scanner: Scanner, replacer: consuming Replacer,
    keepingMarks: Bool
  ) {
    marks = ReplacementMarks(isWanted: keepingMarks)
    self.scanner = scanner
    self.replacer = replacer
    allowed = AllowList(request.allowed)
    decoded = DecodedValue(folds: request.folds)
  }

  /// Whether anything is found in a string or number of `line`, the value of a member named `key`.
  ///
  /// What the allow list lets pass is counted with all hits, and not once more with changes.
  mutating func finds(
    in value: Field, of line: Span<UInt8>, key: Span<UInt8>, counting: Counting
  ) -> Bool {
    decoded.load(value, of: line)
    let passed = Self.scan(decoded, value, line, key, allowed, &scanner)
    if counting == .all { allowedCount += passed }
    return !scanner.hits.found.isEmpty
  }

  /// Scans the decoded text; gives how many hits the allow list let pass.
  private static func scan(
    _ decoded: borrowing DecodedValue, _ value: Field, _ line: Span<UInt8>, _ key: Span<UInt8>,
    _ allowed: AllowList, _ scanner: inout Scanner
  ) -> Int {
    decoded.withText(value, of: line) { text in
      scanner.scan(text, key: key, mayHaveBackslash: decoded.mayHaveBackslash)
      guard !scanner.hits.found.isEmpty, !allowed.isEmpty else { return 0 }
      return scanner.removeHits { allowed.contains(text.extracting($0.start..<$0.end)) }
    }
  }

  /// Appends the value with every hit replaced; whether anything differs from before.
  mutating func splice(
    _ value: Field, of line: Span<UInt8>, counting: Counting, into output: inout Output
  ) -> Bool {
    var cursor = value.start
    var hasChanged = false
    marks.beginRound()
    kept.beginRound()
    for index in scanner.hits.found.indices {
      let hit = scanner.hits.found[index]
      let start = max(cursor, decoded.rawStart(of: hit.start))
      let end = max(start, decoded.rawEnd(of: hit.end))
      keep(cursor..<start, movedTo: output.count)
      output.append(line.extracting(cursor..<start))
      Self.replace(hit, decoded, value, line, &replacer, into: &replacement)
      let newStart = output.count
      let differs = append(hit, instead: line.extracting(start..<end), into: &output)
      if differs {
        marks.add(hit.kind, newStart..<output.count)
      } else {
        kept.keep(start..<end, movedTo: newStart)
      }
      if counting == .all || differs { tallies.add(hit.kind, confidence: hit.confidence) }
      if differs { hasChanged = true }
      cursor = end
    }
    keep(cursor..<value.end, movedTo: output.count)
    output.append(line.extracting(cursor..<value.end))
    if hasChanged {
      marks.endRound()
      kept.endRound()
    }
    return hasChanged
  }

  private mutating func keep(_ part: Range<Int>, movedTo offset: Int) {
    marks.keep(part, movedTo: offset)
    kept.keep(part, movedTo: offset)
  }

  private static func replace(
    _ hit: Hit, _ decoded: borrowing DecodedValue, _ value: Field, _ line: Span<UInt8>,
    _ replacer: inout Replacer, into replacement: inout Output
  ) {
    replacement.removeAll()
    decoded.withText(value, of: line) { text in
      replacer.append(text.extracting(hit.start..<hit.end), kind: hit.kind, into: &replacement)
    }
  }

  /// Appends the replacement, escaped, or the bytes as they stand where they are to stay; whether
  /// it differs from them.
  private func append(
    _ hit: Hit, instead raw: Span<UInt8>, into output: inout Output
  ) -> Bool {
    if replacer.keeps(hit.kind) {
      output.append(raw)
      return false
    }
    let before = output.count
    StringEscapes.encodeInside(replacement.bytes, into: &output)
    return !ByteScan.equal(output.bytes, before, output.count - before, raw)
  }
}
