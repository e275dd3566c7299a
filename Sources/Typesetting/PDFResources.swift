import Bytes

/// The images that a page shows, listed once each.
///
/// Cairo 1.16 lists an image once for each time that it is shown, such as an emoji:
///
///        /XObject << /x7 7 0 R /x8 8 0 R /x7 7 0 R >>
///
/// The keys of a dictionary are to differ (ISO 32000-1, 7.3.7), and `qpdf --check` warns where they
/// don't. Spaces take the place of what stands there again, so that everything stays at the offset
/// that the document tells of it. Fonts and opacities are listed once by Cairo itself, and patterns,
/// shadings and masks get a new number for each use.
enum PDFResources {
  /// How a line begins that is a list of images.
  private static let opening: StaticString = "   /XObject <<"

  /// Appends whole objects as cairo writes them, line by line but for the data of streams.
  ///
  /// Data ends with the first line `endstream`. If compressed data held that line by chance, lists
  /// would be looked for in what is left of it, where another chance would have to write one.
  static func append(_ objects: Span<UInt8>, to output: inout Output) {
    var copied = 0
    var start = 0
    var isData = false
    while start < objects.count {
      let end = ByteScan.firstIndex(of: .newline, in: objects, from: start) ?? objects.count
      if isData {
        isData = !isLine(objects, start..<end, "endstream")
      } else if ByteScan.hasWord(objects, at: start, opening) {
        output.append(objects.extracting(copied..<start))
        append(list: objects.extracting(start..<end), to: &output)
        copied = end
      } else {
        isData = isLine(objects, start..<end, "stream")
      }
      start = end + 1
    }
    output.append(objects.extracting(copied..<objects.count))
  }

  private static func isLine(
    _ bytes: Span<UInt8>, _ line: Range<Int>, _ word: StaticString
  ) -> Bool {
    line.count == word.utf8CodeUnitCount
      && ByteScan.hasWord(bytes, at: line.lowerBound, word)
  }

  /// Appends a list whose entries begin with a slash, each name with what it stands for.
  private static func append(list: Span<UInt8>, to output: inout Output) {
    var known: Set<[UInt8]> = []
    var start = opening.utf8CodeUnitCount
    output.append(list.extracting(0..<start))
    while start < list.count {
      var end = start + 1
      while end < list.count, list[end] != .slash, list[end] != UInt8(ascii: ">") { end += 1 }
      let isKnown = !known.insert([UInt8](copying: list.extracting(start..<end))).inserted
      if isKnown && list[start] == .slash {
        for _ in start..<end { output.append(.space) }
      } else {
        output.append(list.extracting(start..<end))
      }
      start = end
    }
  }
}
