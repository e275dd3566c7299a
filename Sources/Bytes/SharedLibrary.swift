import Glibc

/// A shared library that was found when the program ran; it is never unloaded.
@unsafe
public struct SharedLibrary {
  private let handle: UnsafeMutableRawPointer

  /// Loads a library by its soname, or gives nil where it is not installed.
  public init?(_ name: String) {
    guard let handle = unsafe dlopen(name, RTLD_NOW | RTLD_LOCAL) else { return nil }
    unsafe self.handle = handle
  }

  /// A function by name, as the type that its header gives it; nil where the library lacks it.
  public func function<Function>(_ name: String, as type: Function.Type) -> Function? {
    // Safe: the callers give the type that the library's header declares.
    guard let address = unsafe dlsym(handle, name) else { return nil }
    return unsafe unsafeBitCast(address, to: type)
  }
}
