/// What the libraries that set pages are called.
public struct LibraryNames: Sendable {
  /// Draws, and writes PDF; version 1.16 or newer.
  public var cairo: String
  /// Objects that are counted, and the messages of Pango.
  public var gobject: String
  /// Sets text; version 1.44 or newer.
  public var pango: String
  /// Draws what Pango set by Cairo.
  public var pangoCairo: String

  /// The names that the loader knows.
  public static let installed: LibraryNames = {
    #if os(macOS)
    LibraryNames(
      cairo: "libcairo.2.dylib", gobject: "libgobject-2.0.0.dylib",
      pango: "libpango-1.0.0.dylib", pangoCairo: "libpangocairo-1.0.0.dylib")
    #else
    LibraryNames(
      cairo: "libcairo.so.2", gobject: "libgobject-2.0.so.0", pango: "libpango-1.0.so.0",
      pangoCairo: "libpangocairo-1.0.so.0")
    #endif
  }()

  /// Names, by which a test can ask for what is not installed.
  public init(cairo: String, gobject: String, pango: String, pangoCairo: String) {
    self.cairo = cairo
    self.gobject = gobject
    self.pango = pango
    self.pangoCairo = pangoCairo
  }

  /// The commands that install the libraries, and fonts to set text in.
  public static let commands = """
    'apt-get install libpangocairo-1.0-0 fonts-noto-core', \
    'dnf install pango google-noto-sans-fonts' or 'brew install pango'
    """
}
