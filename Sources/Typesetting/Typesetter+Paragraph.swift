import Bytes

extension Typesetter {
  /// Breaks text into lines of at most `width` points.
  ///
  /// At most 4 kB are set by one call: what is left begins at the paragraph's `end`, and goes on
  /// there as if it had been set at once. A text of many paragraphs is set with each in its own
  /// direction. Runs stand in the order of their bytes and don't overlap.
  public func paragraph(
    _ text: borrowing PrintableText, from start: TextPosition = .start, style: TextStyle,
    runs: [TextRun] = [], width: Double
  ) -> Paragraph {
    precondition(start.offset <= text.count, "a position is told of its own text")
    let piece = TextPiece(of: text.output.bytes, from: start)
    let bytes = text.output.bytes.extracting(piece.range)
    let direction =
      piece.endsParagraph ? start.direction : start.direction ?? self.direction(of: bytes)
    let layout = unsafe layout(of: bytes, going: start.direction, style: style, width: width)
    if let attributes = unsafe AttributeList(runs, of: text.output.bytes, in: piece.range, pango) {
      // Safe: the layout retains the list.
      unsafe pango.setAttributes(layout, attributes.list)
    }
    return unsafe Paragraph(
      layout, of: piece, direction: direction, style: style, width: width, self)
  }

  /// A layout of text that is UTF-8 without NUL; it is the caller's to release.
  @unsafe
  private func layout(
    of text: Span<UInt8>, going direction: Direction?, style: TextStyle, width: Double
  ) -> PangoFunctions.Object {
    let isRightToLeft = direction == .rightToLeft
    guard let layout = unsafe pango.createLayout(isRightToLeft ? rightToLeftContext : context)
    else {
      preconditionFailure("pango gives a layout where there is memory")
    }
    let limit = Double(Int32.max) / PangoRectangle.unitsPerPoint
    let units = Int32(min(max(width, 1), limit) * PangoRectangle.unitsPerPoint)
    // Safe: the layout copies the font and the text, whose length is told.
    unsafe pango.setFont(layout, font(of: style))
    unsafe pango.setWidth(layout, units)
    unsafe pango.setWrap(layout, 2)  // PANGO_WRAP_WORD_CHAR
    // Pango swaps the sides of right to left text itself where it finds the direction out.
    if direction != nil { unsafe pango.setAutomaticDirection(layout, 0) }
    unsafe pango.setAlignment(layout, style.alignment.number(swapped: isRightToLeft))
    unsafe text.withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress else { return }
      unsafe pango.setText(
        layout, start.assumingMemoryBound(to: CChar.self), Int32(buffer.count))
    }
    return unsafe layout
  }

  /// The direction of the first character that has one.
  private func direction(of text: Span<UInt8>) -> Direction? {
    unsafe text.withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress else { return nil }
      // Safe: the library reads the span's bytes only.
      return unsafe Direction(
        rawValue: pango.baseDirection(
          start.assumingMemoryBound(to: CChar.self), Int32(buffer.count)))
    }
  }
}

extension Alignment {
  /// PangoAlignment: 0 is left, 2 is right.
  fileprivate func number(swapped: Bool) -> Int32 {
    switch self {
    case .start: swapped ? 2 : 0
    case .end: swapped ? 0 : 2
    }
  }
}
