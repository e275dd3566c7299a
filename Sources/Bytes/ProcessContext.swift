import Glibc

/// The process's environment and end.
public enum ProcessContext {
  /// The value of an environment variable, or nil.
  public static func environment(_ name: String) -> String? {
    // Safe: the value is copied at once; the environment changes only at the start of a program.
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }

  /// Gives an environment variable a value for the libraries that this process loads.
  ///
  /// For the start of a program: nothing may read the environment on another thread meanwhile.
  public static func setEnvironment(_ name: String, to value: String) {
    // Safe: both texts are copied by the call.
    let status = unsafe setenv(name, value, 1)
    precondition(status == 0, "a variable has a name, and there is memory")
  }

  /// The arguments behind the program's name, as bytes.
  public static var rawArguments: [[UInt8]] {
    var arguments: [[UInt8]] = []
    for index in 1..<max(1, Int(CommandLine.argc)) {
      // Safe: argc strings stand there, each ended by NUL, for as long as the process lives.
      guard let argument = unsafe CommandLine.unsafeArgv[index] else { continue }
      let length = unsafe strlen(argument)
      let characters = unsafe UnsafeBufferPointer(start: argument, count: length)
      arguments.append(unsafe characters.map { UInt8(bitPattern: $0) })
    }
    return arguments
  }

  /// How many processors this process may use, at least one.
  public static var processorCount: Int {
    max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  }

  /// The folder that relative paths begin at; nil where it was removed, or can't be read.
  public static var workingFolder: Path? {
    // Safe: getcwd makes a C string, which is copied and then given back.
    guard let name = unsafe getcwd(nil, 0) else { return nil }
    defer { unsafe free(name) }
    let characters = unsafe UnsafeBufferPointer(start: name, count: strlen(name))
    return Path(bytes: unsafe characters.map { UInt8(bitPattern: $0) })
  }

  /// Ends the process with an exit status, running nothing else.
  public static func exit(_ status: Int32) -> Never { _exit(status) }
}
