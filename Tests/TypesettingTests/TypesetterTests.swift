import TestSupport
import Testing

@testable import Typesetting

extension PageTests {
  @Suite struct TypesetterTests {
    private let absent = "libkt-is-not-there.so.0"

    @Test func eachAbsentLibraryIsNamedWithWhatInstallsIt() {
      for member in [\.cairo, \.gobject, \.pango, \.pangoCairo]
        as [WritableKeyPath<LibraryNames, String>]
      {
        var names = LibraryNames.installed
        names[keyPath: member] = absent
        let problem = #expect(throws: TypesettingProblem.self) { try Typesetter(names) }
        if areLibrariesInstalled { #expect(problem == .missing(library: absent)) }
      }
      let text = TypesettingProblem.missing(library: absent).description
      for part in [
        absent, "apt-get install libpangocairo-1.0-0 fonts-noto-core",
        "dnf install pango google-noto-sans-fonts", "brew install pango", "--to html",
      ] {
        #expect(text.contains(part))
      }
    }

    @Test func aLibraryWithoutAFunctionIsTooOld() {
      var names = LibraryNames.installed
      names.cairo = "libc.so.6"
      let problem = #expect(throws: TypesettingProblem.self) { try Typesetter(names) }
      #expect(
        problem
          == .outdated(library: "libc.so.6", function: "cairo_pdf_surface_create_for_stream"))
    }
  }
}
