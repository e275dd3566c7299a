import Bytes
import DecisionEvent
import Stages

/// A run that does not end: it reads what is added to files and folders, in frames.
struct FollowRun: ~Copyable {
  /// How often files are looked at, in milliseconds.
  private static let pause = 200

  private var schedule: FrameSchedule
  private var cursorFile: CursorFile?
  private var files: FollowedFiles
  /// Whether something was read that the cursor does not know.
  private var isDirty = false

  /// A run over inputs, which goes on where a cursor says if there is one.
  init(
    _ files: FollowedFiles, cursor: consuming CursorFile?, limit: FrameLimit
  ) {
    self.files = files
    cursorFile = cursor
    schedule = FrameSchedule(limit)
  }

  /// Hands on what is there and what comes, until INT or TERM.
  mutating func run(_ pump: inout Pump<SourceStage>) throws(Problem) {
    do throws(SystemError) {
      try StopSignal.install()
    } catch {
      throw Problem(.failure, "\(error)")
    }
    while !StopSignal.isRaised {
      try read(&pump)
      try pump.flush()
      if isDirty, isDue(pump.eventsOfFrame) { try finishFrame(&pump) }
      if StopSignal.isRaised { break }
      StopSignal.wait(
        milliseconds: schedule.pause(atMost: Self.pause, now: Clock.steadyMilliseconds()))
    }
    try pump.finishFrame()
  }

  /// Reads what was added since the last look.
  private mutating func read(_ pump: inout Pump<SourceStage>) throws(Problem) {
    for file in try files.look(&pump) {
      guard var input = try files.open(file, &pump) else { continue }
      var schedule = schedule
      while true {
        let isDone = try input.read(&pump) { pump in
          StopSignal.isRaised
            || schedule.isDue(events: pump.eventsOfFrame, now: Clock.steadyMilliseconds())
        }
        files.note(input.record())
        isDirty = true
        self.schedule = schedule
        if StopSignal.isRaised { return }
        if isDone { break }
        try finishFrame(&pump)
        schedule = self.schedule
      }
    }
  }

  private mutating func isDue(_ events: Int) -> Bool {
    schedule.isDue(events: events, now: Clock.steadyMilliseconds())
  }

  /// Ends the open frame, and saves the cursor when it was taken.
  private mutating func finishFrame(_ pump: inout Pump<SourceStage>) throws(Problem) {
    try pump.finishFrame()
    schedule.reset()
    guard cursorFile != nil else {
      isDirty = false
      return
    }
    try settle()
    try save(pump.stage.latest)
  }

  private func settle() throws(Problem) {
    do throws(SystemError) {
      try StandardOutput.settle()
    } catch {
      throw Problem(writing: "standard output", error)
    }
  }

  private mutating func save(_ latest: Timestamp?) throws(Problem) {
    try cursorFile?.save(try files.cursor(latest: latest))
    files.cursorIdentity = try cursorFile?.identity
    isDirty = false
  }

  /// Saves the cursor at the end, once standard output is closed.
  mutating func conclude(_ pump: inout Pump<SourceStage>) throws(Problem) {
    guard cursorFile != nil else { return }
    try settle()
    do throws(SystemError) {
      try StandardOutput.close()
    } catch {
      throw Problem(writing: "standard output", error)
    }
    try save(pump.stage.latest)
  }
}
