/// What is different in the runs of a piece of text, for Pango.
@unsafe
struct AttributeList: ~Copyable {
  private let pango: PangoFunctions
  let list: PangoFunctions.Object

  /// The runs that reach into a piece of a text, told in its own bytes; nil where there are none.
  ///
  /// A run that begins or ends inside a character begins or ends before it: Cairo takes no halves.
  init?(
    _ runs: [TextRun], of text: Span<UInt8>, in piece: Range<Int>, _ pango: PangoFunctions
  ) {
    let start = unsafe Self.first(of: runs, endingBehind: piece.lowerBound)
    guard start < runs.count, runs[start].range.lowerBound < piece.upperBound else { return nil }
    guard let list = unsafe pango.createList() else {
      preconditionFailure("pango gives a list where there is memory")
    }
    unsafe self.pango = pango
    unsafe self.list = list
    for run in runs[start...] {
      if run.range.lowerBound >= piece.upperBound { break }
      let bytes = run.range.clamped(to: piece)
      unsafe insert(
        run,
        TextPiece.characterStart(of: text, bytes.lowerBound) - piece.lowerBound,
        TextPiece.characterStart(of: text, bytes.upperBound) - piece.lowerBound)
    }
  }

  deinit { unsafe pango.releaseList(list) }

  /// The first run that ends behind `offset`: runs stand in order, and many may stand before.
  private static func first(of runs: [TextRun], endingBehind offset: Int) -> Int {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].range.upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func insert(_ run: TextRun, _ start: Int, _ end: Int) {
    let bytes = start..<end
    if let families = run.families { unsafe insert(pango.family(families), bytes) }
    if let isBold = run.isBold {
      unsafe insert(pango.weight(PangoAttribute.weight(isBold: isBold)), bytes)
    }
    if let color = run.color?.words {
      unsafe insert(pango.foreground(color.red, color.green, color.blue), bytes)
    }
    if let color = run.background?.words {
      unsafe insert(pango.background(color.red, color.green, color.blue), bytes)
    }
  }

  private func insert(_ attribute: PangoFunctions.Attribute?, _ range: Range<Int>) {
    guard let attribute = unsafe attribute else { return }
    // Safe: a new attribute, which the list takes over; a piece's offsets fit into 32 bits.
    let fields = unsafe attribute.assumingMemoryBound(to: PangoAttribute.self)
    unsafe fields.pointee.start = UInt32(range.lowerBound)
    unsafe fields.pointee.end = UInt32(range.upperBound)
    unsafe pango.insert(list, attribute)
  }
}

extension PangoAttribute {
  /// PANGO_WEIGHT_BOLD or PANGO_WEIGHT_NORMAL.
  static func weight(isBold: Bool) -> Int32 { isBold ? 700 : 400 }
}

extension Color {
  /// The parts as Pango has them, of 16 bits each.
  fileprivate var words: (red: UInt16, green: UInt16, blue: UInt16) {
    (UInt16(red * 65_535), UInt16(green * 65_535), UInt16(blue * 65_535))
  }
}
