import Bytes

/// Pango and Cairo, loaded when pages are asked for, and the fonts that they found.
///
/// For one thread. Nothing of how text is set depends on the environment but the fonts that are
/// installed: not the language of the user, not a screen's resolution or hinting.
@safe
public final class Typesetter {
  let cairo: CairoFunctions
  let pango: PangoFunctions
  private let fontMap: PangoFunctions.Object
  /// What text is set with whose direction is told by itself, or is left to right.
  let context: PangoFunctions.Object
  /// What text is set with that goes on from right to left.
  let rightToLeftContext: PangoFunctions.Object
  /// What the text of images is shown by where cairo draws images; tests do without it.
  var inklessFont: InklessFont?
  private var fonts: [TextStyle: PangoFunctions.Object] = unsafe [:]

  // Which of several fonts shows a script would else be told by LC_ALL or LANG. It is set once, as
  // others may read the environment.
  private static let isFontLanguageSet: Bool = {
    ProcessContext.setEnvironment("FC_LANG", to: "en")
    return true
  }()

  /// Loads the libraries; to be called before any input is read, and any thread is started.
  ///
  /// - Throws: which library is not installed, or too old.
  public init(_ names: LibraryNames = .installed) throws(TypesettingProblem) {
    let cairo = unsafe try CairoFunctions(LoadedLibrary(names.cairo))
    let pango = unsafe try PangoFunctions(
      gobject: LoadedLibrary(names.gobject), pango: LoadedLibrary(names.pango),
      pangoCairo: LoadedLibrary(names.pangoCairo))
    _ = Self.isFontLanguageSet
    // Safe: a function that touches nothing. What GLib would write to standard error is about
    // fonts, which missing glyphs tell of.
    _ = unsafe pango.setLog({ _, _, _, _ in }, nil)
    guard let fontMap = unsafe pango.createFontMap() else {
      preconditionFailure("pango gives a font map where there is memory")
    }
    unsafe self.cairo = cairo
    unsafe self.pango = pango
    unsafe self.fontMap = fontMap
    unsafe inklessFont = InklessFont(cairo)
    unsafe context = Self.context(of: fontMap, cairo, pango, .leftToRight)
    unsafe rightToLeftContext = Self.context(of: fontMap, cairo, pango, .rightToLeft)
  }

  deinit {
    // Safe: each is this object's own, and whatever was made with it keeps this object alive.
    while let (_, font) = unsafe fonts.popFirst() { unsafe pango.freeFont(font) }
    unsafe pango.release(context)
    unsafe pango.release(rightToLeftContext)
    unsafe pango.release(fontMap)
    unsafe inklessFont?.release()
  }

  /// A context for a page: outlines and widths as the fonts have them, not as a screen rounds them.
  @unsafe
  private static func context(
    of fontMap: PangoFunctions.Object, _ cairo: CairoFunctions, _ pango: PangoFunctions,
    _ direction: Direction
  ) -> PangoFunctions.Object {
    guard let context = unsafe pango.createContext(fontMap),
      let options = unsafe cairo.createOptions()
    else { preconditionFailure("pango gives a context where there is memory") }
    // Safe: the context copies the options, which are then freed; languages live for ever.
    unsafe cairo.setHintStyle(options, 1)  // CAIRO_HINT_STYLE_NONE
    unsafe cairo.setHintMetrics(options, 1)  // CAIRO_HINT_METRICS_OFF
    unsafe cairo.setAntialias(options, 2)  // CAIRO_ANTIALIAS_GRAY
    unsafe pango.setOptions(context, options)
    unsafe cairo.destroyOptions(options)
    unsafe pango.setRounding(context, 0)
    unsafe pango.setLanguage(context, pango.language("en"))
    unsafe pango.setBaseDirection(context, direction.rawValue)
    return unsafe context
  }

  /// The font of a style, which is kept.
  @unsafe
  func font(of style: TextStyle) -> PangoFunctions.Object {
    if let known = unsafe fonts[style] { return unsafe known }
    guard let font = unsafe pango.createFont() else {
      preconditionFailure("pango gives a font where there is memory")
    }
    // Safe: the font copies the families; it is freed with this object.
    unsafe pango.setFamily(font, style.families)
    unsafe pango.setSize(font, style.size * PangoRectangle.unitsPerPoint)
    unsafe pango.setWeight(font, PangoAttribute.weight(isBold: style.isBold))
    unsafe fonts[style] = font
    return unsafe font
  }
}
