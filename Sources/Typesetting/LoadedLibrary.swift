import Bytes

/// A library that is there, or the problem that names it.
@unsafe
struct LoadedLibrary {
  private let name: String
  private let library: SharedLibrary

  /// Loads a library by its name.
  init(_ name: String) throws(TypesettingProblem) {
    guard let library = unsafe SharedLibrary(name) else { throw .missing(library: name) }
    unsafe self.name = name
    unsafe self.library = library
  }

  /// A function by its name, as the type of the member that it is for.
  func function<Function>(_ function: String) throws(TypesettingProblem) -> Function {
    // Safe: the tables of functions give each the type that its header declares.
    guard let found = unsafe library.function(function, as: Function.self) else {
      throw unsafe .outdated(library: name, function: function)
    }
    return found
  }
}
