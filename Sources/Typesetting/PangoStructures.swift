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
  let runs: UnsafePointer<PangoRunList>?
}

/// GSList of PangoGlyphItem.
@unsafe
struct PangoRunList {
  let run: UnsafePointer<PangoRun>
  let next: UnsafePointer<PangoRunList>?
}

/// PangoGlyphItem, up to its glyphs.
@unsafe
struct PangoRun {
  let item: OpaquePointer
  let glyphs: UnsafePointer<PangoGlyphs>
}

/// PangoGlyphString, up to its glyphs.
@unsafe
struct PangoGlyphs {
  let count: Int32
  let first: UnsafePointer<PangoGlyph>?
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
