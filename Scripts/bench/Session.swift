internal import Glibc
internal import PtyKit
internal import Terminal

/// A program that runs in a terminal of 36 rows and 120 columns while it is being measured.
///
/// Bytes are stamped as they come and looked at afterwards, so that reading the screen is in no figure.
struct Session {
  static let size = Size(rows: 36, columns: 120)
  /// Milliseconds without a byte after which a screen counts as settled.
  static let quiet = 8

  /// The folder that indexes are kept in; as the environment of commands has it.
  static var indexes: String? { getenv("XDG_CACHE_HOME").map { String(cString: $0) } }

  /// A folder that nothing can be kept in.
  static let noIndexes = "/dev/null/none"

  let pty: Pty
  private let start: ContinuousClock.Instant
  private(set) var arrivals: [Arrival] = []

  /// Bytes, and when they had come, in milliseconds since the start.
  struct Arrival {
    let time: Double
    let bytes: [UInt8]
  }

  init(_ arguments: [String], environment: [String: String] = [:]) throws(Pty.Failure) {
    let settings = [
      "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "HOME": "/nonexistent",
      "PATH": "/usr/bin:/bin", "XDG_CACHE_HOME": Session.indexes ?? Session.noIndexes,
    ]
    start = .now
    pty = try Pty(
      arguments, rows: Session.size.rows, columns: Session.size.columns,
      environment: settings.merging(environment) { _, given in given })
  }

  private var now: Double { (ContinuousClock.now - start).milliseconds }

  /// Reads until nothing has come for `quiet` milliseconds, waiting `patience` for the first byte.
  mutating func settle(quiet: Int = Session.quiet, patience: Int = 5000) -> [Arrival] {
    var gathered: [Arrival] = []
    while true {
      let bytes = pty.receive(within: gathered.isEmpty ? patience : quiet)
      guard !bytes.isEmpty else { break }
      gathered.append(Arrival(time: now, bytes: bytes))
    }
    arrivals += gathered
    return gathered
  }

  /// Types `text`: milliseconds from there to the last byte of the answer, and how many bytes it has.
  mutating func press(
    _ text: String, patience: Int = 1000
  ) throws(Pty.Failure) -> (time: Double, bytes: Int)? {
    let before = now
    try pty.send(text)
    let answer = settle(patience: patience)
    guard let last = answer.last else { return nil }
    return (last.time - before, answer.reduce(0) { $0 + $1.bytes.count })
  }

  /// Every screen so far: when it stood there, and its rows.
  func screens() -> [(time: Double, rows: [String])] {
    var screen = ScreenModel(Session.size)
    return arrivals.map { arrival in
      screen.feed(arrival.bytes)
      return (arrival.time, screen.rows)
    }
  }

  /// The UTF-8 of the characters of `after` that stand otherwise in `before`: what any program has
  /// to send to turn the one into the other, without a word on where and in which colour.
  static func changedBytes(_ before: [String], _ after: [String]) -> Int {
    zip(before, after).reduce(0) { sum, rows in
      let old = Array(rows.0)
      return sum
        + rows.1.enumerated().reduce(0) { bytes, character in
          let (column, new) = character
          let stands = column < old.count ? old[column] : " "
          return bytes + (stands == new ? 0 : new.utf8.count)
        }
    }
  }

  /// Ends the program and waits until it is gone.
  func end() {
    pty.kill(SIGTERM)
    if pty.waitForExit(within: 2000) == nil { pty.kill(SIGKILL) }
  }
}
