// The public structures of Pango that are read or filled here, member by member as in its headers;
// they are part of the interface that the soname promises to keep.

/// PangoRectangle, in 1024ths of a point.
struct PangoRectangle {
  var x: Int32 = 0
  var y: Int32 = 0
  var width: Int32 = 0
  var height: Int32 = 0
}

/// PangoAttribute: what holds for a range of bytes.
@unsafe
struct PangoAttribute {
  let kind: OpaquePointer
  var start: UInt32
  var end: UInt32
}

/// PangoLayoutLine, up to its runs.
@unsafe
struct PangoLine {
  let layout: OpaquePointer?
  let start: Int32
  let length: Int32
  var runs: UnsafeMutablePointer<PangoRunList>?
}

/// GSList of PangoGlyphItem.
@unsafe
struct PangoRunList {
  let run: UnsafePointer<PangoRun>
  var next: UnsafeMutablePointer<PangoRunList>?
}

/// PangoItem, up to what is needed of its analysis.
@unsafe
struct PangoItem {
  /// Where its bytes begin in the text of the layout.
  let offset: Int32
  let length: Int32
  let characters: Int32
  let analysis: PangoAnalysis
}

/// PangoAnalysis, up to the level of direction, which is odd where text runs from right to left.
@unsafe
struct PangoAnalysis {
  let engines: (OpaquePointer?, OpaquePointer?)
  let font: OpaquePointer?
  let level: UInt8
}

/// PangoGlyphItem, up to its glyphs.
@unsafe
struct PangoRun {
  let item: UnsafePointer<PangoItem>
  let glyphs: UnsafePointer<PangoGlyphs>
}

/// PangoGlyphString, up to its clusters.
@unsafe
struct PangoGlyphs {
  let count: Int32
  let first: UnsafePointer<PangoGlyph>?
  /// For each glyph the byte of its run that what it stands for begins at.
  let clusters: UnsafePointer<Int32>?
}

/// PangoGlyphInfo.
struct PangoGlyph {
  /// PANGO_GLYPH_UNKNOWN_FLAG: set where no font has the character.
  static let unknown: UInt32 = 0x1000_0000

  let glyph: UInt32
  let geometry: (width: Int32, x: Int32, y: Int32)
  let attributes: UInt32
}

extension PangoLine {
  /// How many characters of the line no font has.
  var missingGlyphs: Int {
    var count = 0
    var next = unsafe runs
    // Safe: the list, its runs and their glyphs live as long as the line, which is not changed.
    while let list = unsafe next {
      let glyphs = unsafe list.pointee.run.pointee.glyphs.pointee
      let all = unsafe UnsafeBufferPointer(start: glyphs.first, count: Int(glyphs.count))
      count += unsafe all.count { $0.glyph & PangoGlyph.unknown != 0 }
      unsafe next = list.pointee.next
    }
    return count
  }
}
