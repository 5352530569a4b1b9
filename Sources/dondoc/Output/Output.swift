import App
import Glibc
import Model
import Synchronization
import Terminal
import Vietnamese

/// Standard output, gathered and written at the end, and standard error.
enum Output {
  private static let gathered = Mutex<[UInt8]>([])
  private static let room = 1 << 16

  /// One line, in which nothing can drive the terminal or begin another.
  static func print(_ line: String) {
    write(Array((TextWidth.harmless(line) + "\n").utf8))
  }

  /// Several lines of our own, such as help.
  static func print(lines text: String) {
    write(Array((harmless(text) + "\n").utf8))
  }

  /// Cells for other programs, with tabs between them and nowhere else.
  static func print(cells: [String]) {
    write(Array((row(cells) + "\n").utf8))
  }

  /// A line that is printed later with ``print(row:)``.
  static func row(_ cells: [String]) -> String {
    cells.map { TextWidth.harmless($0) }.joined(separator: "\t")
  }

  /// A line with the tabs of ``row(_:)`` in it, or without any.
  static func print(row: String) {
    print(cells: row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init))
  }

  private static func harmless(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { TextWidth.harmless($0) }.joined(separator: "\n")
  }

  /// Bytes in which nothing can drive a terminal any more, as ``JSONText`` makes them.
  static func write(_ bytes: [UInt8]) {
    gathered.withLock { $0 += bytes }
  }

  /// One line on standard error, in which nothing can drive the terminal.
  static func complain(_ text: String) {
    _ = put(Array("\(harmless(text))\n".utf8), to: STDERR_FILENO)
  }

  /// Writes what was gathered.
  ///
  /// - Throws: When standard output takes no more, as on a full disk.
  static func flush() throws(Failure) {
    let bytes = gathered.withLock { gathered in
      defer { gathered = [] }
      return gathered
    }
    let code = put(bytes, to: STDOUT_FILENO)
    guard code != 0 else { return }
    let language = Surroundings().language
    throw Failure(
      RegisterProblem.system(act: .write, path: "stdout", code: code).words, language)
  }

  /// 0, or the error number of the system.
  private static func put(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    var offset = 0
    while offset < bytes.count {
      let written = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress.map { $0 + offset }, bytes.count - offset)
      }
      if written < 0 {
        if errno == EINTR { continue }
        return errno
      }
      offset += written
    }
    return 0
  }

  /// Whether people look at standard output, and not a program.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Columns of the terminal; 80 where it does not say.
  static var columns: Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }
}
