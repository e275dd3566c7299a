/// The functions of libcairo, typed as in cairo.h and cairo-pdf.h 1.16.
///
/// `Surface` and `Drawing` are cairo_surface_t and cairo_t, texts end by NUL, enumerations and
/// cairo_bool_t are Int32.
@unsafe
struct CairoFunctions {
  typealias Surface = OpaquePointer
  typealias Drawing = OpaquePointer
  typealias Options = OpaquePointer
  /// cairo_font_face_t.
  typealias Face = OpaquePointer
  typealias Text = UnsafePointer<CChar>
  /// cairo_write_func_t: takes bytes, and gives a status.
  typealias Write =
    @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<UInt8>?, UInt32) -> Int32
  typealias CreateSurface =
    @convention(c) (Write, UnsafeMutableRawPointer?, Double, Double) -> Surface?
  /// cairo_user_scaled_font_render_glyph_func_t: draws a glyph, fills its extents, gives a status.
  typealias DrawGlyph =
    @convention(c) (OpaquePointer?, CUnsignedLong, Drawing?, UnsafeMutableRawPointer?) -> Int32
  /// Text, glyphs and clusters, with how many there are of each, and flags.
  typealias ShowText =
    @convention(c) (
      Drawing, Text, Int32, UnsafeRawPointer, Int32, UnsafeRawPointer, Int32, Int32
    ) -> Void
  typealias AddOutline = @convention(c) (Surface, Int32, Text, Text, Int32) -> Int32

  let createPDF: CreateSurface
  let restrictVersion: @convention(c) (Surface, Int32) -> Void
  let setMetadata: @convention(c) (Surface, Int32, Text) -> Void
  let addOutline: AddOutline
  let finish: @convention(c) (Surface) -> Void
  let destroySurface: @convention(c) (Surface) -> Void
  let surfaceStatus: @convention(c) (Surface) -> Int32
  let statusText: @convention(c) (Int32) -> Text?

  let create: @convention(c) (Surface) -> Drawing?
  let destroy: @convention(c) (Drawing) -> Void
  let status: @convention(c) (Drawing) -> Int32
  let showPage: @convention(c) (Drawing) -> Void
  let setColor: @convention(c) (Drawing, Double, Double, Double) -> Void
  let rectangle: @convention(c) (Drawing, Double, Double, Double, Double) -> Void
  let fill: @convention(c) (Drawing) -> Void
  let moveTo: @convention(c) (Drawing, Double, Double) -> Void
  let lineTo: @convention(c) (Drawing, Double, Double) -> Void
  let setLineWidth: @convention(c) (Drawing, Double) -> Void
  let stroke: @convention(c) (Drawing) -> Void

  let createOptions: @convention(c) () -> Options?
  let destroyOptions: @convention(c) (Options) -> Void
  let setHintStyle: @convention(c) (Options, Int32) -> Void
  let setHintMetrics: @convention(c) (Options, Int32) -> Void
  let setAntialias: @convention(c) (Options, Int32) -> Void

  let version: @convention(c) () -> Int32
  let createFace: @convention(c) () -> Face?
  let destroyFace: @convention(c) (Face) -> Void
  let setGlyphs: @convention(c) (Face, DrawGlyph) -> Void
  let setFace: @convention(c) (Drawing, Face) -> Void
  let setMatrix: @convention(c) (Drawing, UnsafeRawPointer) -> Void
  let showText: ShowText

  init(_ library: LoadedLibrary) throws(TypesettingProblem) {
    unsafe createPDF = try library.function("cairo_pdf_surface_create_for_stream")
    unsafe restrictVersion = try library.function("cairo_pdf_surface_restrict_to_version")
    unsafe setMetadata = try library.function("cairo_pdf_surface_set_metadata")
    unsafe addOutline = try library.function("cairo_pdf_surface_add_outline")
    unsafe finish = try library.function("cairo_surface_finish")
    unsafe destroySurface = try library.function("cairo_surface_destroy")
    unsafe surfaceStatus = try library.function("cairo_surface_status")
    unsafe statusText = try library.function("cairo_status_to_string")
    unsafe create = try library.function("cairo_create")
    unsafe destroy = try library.function("cairo_destroy")
    unsafe status = try library.function("cairo_status")
    unsafe showPage = try library.function("cairo_show_page")
    unsafe setColor = try library.function("cairo_set_source_rgb")
    unsafe rectangle = try library.function("cairo_rectangle")
    unsafe fill = try library.function("cairo_fill")
    unsafe moveTo = try library.function("cairo_move_to")
    unsafe lineTo = try library.function("cairo_line_to")
    unsafe setLineWidth = try library.function("cairo_set_line_width")
    unsafe stroke = try library.function("cairo_stroke")
    unsafe createOptions = try library.function("cairo_font_options_create")
    unsafe destroyOptions = try library.function("cairo_font_options_destroy")
    unsafe setHintStyle = try library.function("cairo_font_options_set_hint_style")
    unsafe setHintMetrics = try library.function("cairo_font_options_set_hint_metrics")
    unsafe setAntialias = try library.function("cairo_font_options_set_antialias")
    unsafe version = try library.function("cairo_version")
    unsafe createFace = try library.function("cairo_user_font_face_create")
    unsafe destroyFace = try library.function("cairo_font_face_destroy")
    unsafe setGlyphs = try library.function("cairo_user_font_face_set_render_glyph_func")
    unsafe setFace = try library.function("cairo_set_font_face")
    unsafe setMatrix = try library.function("cairo_set_font_matrix")
    unsafe showText = try library.function("cairo_show_text_glyphs")
  }
}
