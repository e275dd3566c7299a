import Testing

/// Everything that sets pages, one test after the other: Pango and Cairo keep fonts for the process,
/// and are used by one thread at a time.
@Suite(.serialized) enum PageTests {}
