import Bytes

/// What stands before the content of a page.
enum HTMLPage {
  /// Begins a page.
  ///
  /// Its policy lets the browser fetch nothing, run nothing, send nothing.
  static func begin(title: String, into output: inout Output) {
    output.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
    output.append(
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
        + "style-src '\(HTMLStyle.source)'; base-uri 'none'; form-action 'none'\">\n")
    output.append(
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        + "<meta name=\"referrer\" content=\"no-referrer\">\n"
        + "<meta name=\"robots\" content=\"noindex, nofollow\">\n"
        + "<meta name=\"color-scheme\" content=\"light dark\">\n<title>")
    HTMLText.append(title, into: &output)
    output.append("</title>\n<style>")
    output.append(HTMLStyle.sheet)
    output.append("</style>\n</head>\n<body>\n")
    output.append("<a class=\"skip\" href=\"#conversations\">To the conversations</a>\n")
  }
}
