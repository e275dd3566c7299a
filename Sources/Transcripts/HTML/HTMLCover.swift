import Bytes

/// The cover: what the document holds, where it comes from, and its figures.
enum HTMLCover {
  /// Appends the cover.
  static func append(_ cover: TranscriptCover, into output: inout Output) {
    output.append("<header class=\"cover\">\n<h1>")
    HTMLText.append(cover.title, into: &output)
    output.append("</h1>\n")
    output.append("<dl>\n")
    if let exportID = cover.exportID { append("Export", exportID, into: &output) }
    for line in cover.facts { append(line.label, line.text, into: &output) }
    output.append("</dl>\n")
    for history in cover.histories { append(history, into: &output) }
    for note in cover.notes {
      output.append("<p class=\"small\">")
      HTMLText.append(note, into: &output)
      output.append("</p>\n")
    }
    output.append(
      "<p class=\"small\">Marked like <mark>[REDACTED]</mark>: text that looks like the trace of a "
        + "redaction. Shown like <b class=\"hidden\">U+202E</b>: a character that would be "
        + "invisible, or change how other text is read.</p>\n")
    output.append("</header>\n")
    guard !cover.charts.isEmpty else { return }
    output.append(
      "<section class=\"figures\" aria-labelledby=\"figures\"><h2 id=\"figures\">Figures</h2>\n")
    for chart in cover.charts { HTMLChart.append(chart, into: &output) }
    output.append("</section>\n")
  }

  private static func append(_ label: String, _ text: String, into output: inout Output) {
    output.append("<div><dt>")
    HTMLText.append(label, into: &output)
    output.append("</dt><dd><bdi>")
    HTMLText.append(text, into: &output)
    output.append("</bdi></dd></div>\n")
  }

  /// The tools that the events went through: what was selected, and what was done.
  private static func append(_ history: StageHistory, into output: inout Output) {
    output.append("<h2>")
    HTMLText.append(history.title, into: &output)
    output.append(
      "</h2>\n<div class=\"scroll\" tabindex=\"0\" role=\"group\" "
        + "aria-label=\"Table\"><table>\n<thead><tr>")
    for (title, isNumber) in [
      ("Tool", false), ("Options", false), ("In", true), ("Out", true), ("Dropped", true),
      ("Malformed", true),
    ] {
      output.append("<th scope=\"col\"\(isNumber ? " class=\"number\"" : "")>\(title)</th>")
    }
    output.append("</tr></thead>\n<tbody>\n")
    for stage in history.stages {
      output.append("<tr><th scope=\"row\">")
      HTMLText.append(stage.tool, into: &output)
      output.append("</th><td><bdi>")
      HTMLText.append(stage.options, into: &output)
      output.append("</bdi></td>")
      for count in [stage.read, stage.written, stage.dropped, stage.malformed] {
        output.append("<td class=\"number\">\(count.map(String.init) ?? "")</td>")
      }
      output.append("</tr>\n")
    }
    output.append("</tbody></table></div>\n")
  }

  /// Appends the list of volumes.
  static func append(_ volumes: [TranscriptVolume], into output: inout Output) {
    output.append(
      "<main id=\"conversations\">\n"
        + "<nav aria-labelledby=\"volumes\"><h2 id=\"volumes\">Volumes</h2>\n<ol>\n")
    for volume in volumes {
      output.append("<li><a href=\"\(volume.fileName)\">Volume \(volume.number)</a>: ")
      output.append("\(range(volume.conversations)), \(volume.events) ")
      output.append(volume.events == 1 ? "event</li>\n" : "events</li>\n")
    }
    output.append("</ol></nav>\n")
  }

  private static func range(_ numbers: Range<Int>) -> String {
    numbers.count == 1
      ? "conversation \(numbers.lowerBound)"
      : "conversations \(numbers.lowerBound) to \(numbers.upperBound - 1)"
  }
}

extension TranscriptVolume {
  /// The name of its file, which no data has a part in.
  public var fileName: String { Self.fileName(number) }

  /// The name of the file of any volume of the document.
  static func fileName(_ number: Int) -> String {
    let digits = String(number)
    return "volume-" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ".html"
  }
}
