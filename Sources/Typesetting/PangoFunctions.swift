/// The functions of libpango and libpangocairo, typed as in their headers of 1.44, and the few of
/// libgobject, libglib and libharfbuzz that they need.
///
/// Pango's objects are opaque; what is read in its structures is in PangoStructures.
@unsafe
struct PangoFunctions {
  typealias Object = OpaquePointer
  typealias Text = UnsafePointer<CChar>
  /// PangoAttribute, as C passes it.
  typealias Attribute = UnsafeMutableRawPointer
  /// PangoLayoutLine.
  typealias Line = OpaquePointer
  /// GLogFunc: a domain, a level, a message and data.
  typealias Log =
    @convention(c) (Text?, Int32, Text?, UnsafeMutableRawPointer?) -> Void
  /// Fills two of PangoRectangle, of ink and of letters.
  typealias LineExtents =
    @convention(c) (Object, UnsafeMutableRawPointer?, UnsafeMutableRawPointer) -> Void

  let release: @convention(c) (Object) -> Void
  let setLog: @convention(c) (Log, UnsafeMutableRawPointer?) -> UnsafeRawPointer?

  let createFontMap: @convention(c) () -> Object?
  let createContext: @convention(c) (Object) -> Object?
  let setOptions: @convention(c) (Object, CairoFunctions.Options) -> Void
  let setRounding: @convention(c) (Object, Int32) -> Void
  let setLanguage: @convention(c) (Object, UnsafeRawPointer?) -> Void
  let language: @convention(c) (Text) -> UnsafeRawPointer?
  let setBaseDirection: @convention(c) (Object, Int32) -> Void
  let baseDirection: @convention(c) (Text, Int32) -> Int32

  let createFont: @convention(c) () -> Object?
  let freeFont: @convention(c) (Object) -> Void
  let setFamily: @convention(c) (Object, Text) -> Void
  let setSize: @convention(c) (Object, Double) -> Void
  let setWeight: @convention(c) (Object, Int32) -> Void

  let createLayout: @convention(c) (Object) -> Object?
  let setText: @convention(c) (Object, Text, Int32) -> Void
  let setFont: @convention(c) (Object, Object) -> Void
  let setWidth: @convention(c) (Object, Int32) -> Void
  let setWrap: @convention(c) (Object, Int32) -> Void
  let setAlignment: @convention(c) (Object, Int32) -> Void
  let setAutomaticDirection: @convention(c) (Object, Int32) -> Void
  let setAttributes: @convention(c) (Object, Object) -> Void

  let createList: @convention(c) () -> Object?
  let releaseList: @convention(c) (Object) -> Void
  let insert: @convention(c) (Object, Attribute) -> Void
  let weight: @convention(c) (Int32) -> Attribute?
  let family: @convention(c) (Text) -> Attribute?
  let foreground: @convention(c) (UInt16, UInt16, UInt16) -> Attribute?
  let background: @convention(c) (UInt16, UInt16, UInt16) -> Attribute?

  let lines: @convention(c) (Object) -> Object?
  let freeLines: @convention(c) (Object) -> Void
  let line: @convention(c) (Object) -> Line?
  let nextLine: @convention(c) (Object) -> Int32
  let lineExtents: LineExtents
  let lineBaseline: @convention(c) (Object) -> Int32
  let retainLine: @convention(c) (Line) -> Line?
  let releaseLine: @convention(c) (Line) -> Void
  let showLine: @convention(c) (CairoFunctions.Drawing, Line) -> Void

  let text: @convention(c) (Object) -> UnsafePointer<UInt8>?
  let shapingFont: @convention(c) (Object) -> Object?
  let face: @convention(c) (Object) -> Object?
  let hasImages: @convention(c) (Object) -> Int32
  let hasLayers: @convention(c) (Object) -> Int32

  init(
    gobject: LoadedLibrary, pango: LoadedLibrary, pangoCairo: LoadedLibrary
  ) throws(TypesettingProblem) {
    unsafe release = try gobject.function("g_object_unref")
    // libgobject is linked to libglib, whose functions are found through it.
    unsafe setLog = try gobject.function("g_log_set_default_handler")
    unsafe createFontMap = try pangoCairo.function("pango_cairo_font_map_new")
    unsafe createContext = try pango.function("pango_font_map_create_context")
    unsafe setOptions = try pangoCairo.function("pango_cairo_context_set_font_options")
    unsafe setRounding = try pango.function("pango_context_set_round_glyph_positions")
    unsafe setLanguage = try pango.function("pango_context_set_language")
    unsafe language = try pango.function("pango_language_from_string")
    unsafe setBaseDirection = try pango.function("pango_context_set_base_dir")
    unsafe baseDirection = try pango.function("pango_find_base_dir")
    unsafe createFont = try pango.function("pango_font_description_new")
    unsafe freeFont = try pango.function("pango_font_description_free")
    unsafe setFamily = try pango.function("pango_font_description_set_family")
    unsafe setSize = try pango.function("pango_font_description_set_absolute_size")
    unsafe setWeight = try pango.function("pango_font_description_set_weight")
    unsafe createLayout = try pango.function("pango_layout_new")
    unsafe setText = try pango.function("pango_layout_set_text")
    unsafe setFont = try pango.function("pango_layout_set_font_description")
    unsafe setWidth = try pango.function("pango_layout_set_width")
    unsafe setWrap = try pango.function("pango_layout_set_wrap")
    unsafe setAlignment = try pango.function("pango_layout_set_alignment")
    unsafe setAutomaticDirection = try pango.function("pango_layout_set_auto_dir")
    unsafe setAttributes = try pango.function("pango_layout_set_attributes")
    unsafe createList = try pango.function("pango_attr_list_new")
    unsafe releaseList = try pango.function("pango_attr_list_unref")
    unsafe insert = try pango.function("pango_attr_list_insert")
    unsafe weight = try pango.function("pango_attr_weight_new")
    unsafe family = try pango.function("pango_attr_family_new")
    unsafe foreground = try pango.function("pango_attr_foreground_new")
    unsafe background = try pango.function("pango_attr_background_new")
    unsafe lines = try pango.function("pango_layout_get_iter")
    unsafe freeLines = try pango.function("pango_layout_iter_free")
    unsafe line = try pango.function("pango_layout_iter_get_line_readonly")
    unsafe nextLine = try pango.function("pango_layout_iter_next_line")
    unsafe lineExtents = try pango.function("pango_layout_iter_get_line_extents")
    unsafe lineBaseline = try pango.function("pango_layout_iter_get_baseline")
    unsafe retainLine = try pango.function("pango_layout_line_ref")
    unsafe releaseLine = try pango.function("pango_layout_line_unref")
    unsafe showLine = try pangoCairo.function("pango_cairo_show_layout_line")
    unsafe text = try pango.function("pango_layout_get_text")
    unsafe shapingFont = try pango.function("pango_font_get_hb_font")
    // libpango is linked to libharfbuzz, whose functions are found through it.
    unsafe face = try pango.function("hb_font_get_face")
    unsafe hasImages = try pango.function("hb_ot_color_has_png")
    unsafe hasLayers = try pango.function("hb_ot_color_has_layers")
  }
}
