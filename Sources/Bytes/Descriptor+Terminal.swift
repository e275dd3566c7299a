import Glibc

extension Descriptor {
  /// How many columns the terminal's window has; nil where this is none, or does not say.
  public var windowWidth: Int? {
    var size = winsize()
    // Safe: the call fills one winsize, which lives through it.
    guard unsafe ioctl(number, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}
