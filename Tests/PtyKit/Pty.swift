internal import CPty
internal import Terminal

/// A program in a terminal of its own; its screen can be read as text.
///
/// Going out of scope it ends the program and closes the terminal. A class, for a process has one
/// identity, and so that `#expect(pty.expect("…"))` can be said.
package final class Pty {
  /// What could not be done, with the system's error number.
  package enum Failure: Error, Equatable, Sendable {
    case couldNotStart(errno: Int32)
    case couldNotWrite(errno: Int32)
  }

  /// What the program has drawn.
  package private(set) var screen: ScreenModel
  /// All bytes the program has sent since the start, or since this was last set.
  package var sent: [UInt8] = []
  /// Whether the program has closed its side.
  package private(set) var isClosed = false
  package let process: Int32
  private let master: Int32
  private var exitCode: Int32?

  /// Starts `arguments[0]`, a path, with nothing in its environment but `environment`.
  package init(
    _ arguments: [String], rows: Int = 24, columns: Int = 80,
    environment: [String: String] = [:]
  ) throws(Failure) {
    let settings = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    var master: Int32 = -1
    let process = withCStrings(arguments) { arguments in
      withCStrings(settings) { settings in
        cpty_start(arguments, settings, Int32(rows), Int32(columns), &master)
      }
    }
    guard process > 0 else { throw .couldNotStart(errno: -process) }
    (self.process, self.master) = (process, master)
    screen = ScreenModel(Size(rows: rows, columns: columns))
  }

  deinit {
    if exitCode == nil {
      _ = cpty_kill(process, 9)
      _ = cpty_wait(process, 1)
    }
    _ = cpty_close(master)
  }

  package func send(_ text: String) throws(Failure) { try send(Array(text.utf8)) }

  /// Bytes, which need not be whole characters.
  package func send(_ bytes: [UInt8]) throws(Failure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBufferPointer { bytes in
        bytes.baseAddress.map { cpty_write(master, $0, Int64(bytes.count)) } ?? 0
      }
      guard count > 0 else { throw .couldNotWrite(errno: Int32(-count)) }
      rest = rest.dropFirst(Int(count))
    }
  }

  /// Reads until the program has sent nothing for `milliseconds`.
  package func readUntilQuiet(_ milliseconds: Int = 50) {
    while read(within: milliseconds) {}
  }

  /// Reads until the screen shows `text`; false when it does not within `milliseconds`.
  ///
  /// Both are compared as characters, so normal forms do not matter.
  package func expect(_ text: String, within milliseconds: Int = 20_000) -> Bool {
    let deadline = cpty_milliseconds() + Int64(milliseconds)
    while !screen.text.contains(text) {
      let left = deadline - cpty_milliseconds()
      guard left > 0, !isClosed else { return false }
      _ = read(within: Int(left))
    }
    return true
  }

  package func resize(rows: Int, columns: Int) {
    screen.resize(Size(rows: rows, columns: columns))
    _ = cpty_resize(master, Int32(rows), Int32(columns))
  }

  package func kill(_ signal: Int32) {
    _ = cpty_kill(process, signal)
  }

  /// The exit code, or 128 + the signal that ended it; nil when it still runs after `milliseconds`.
  package func waitForExit(within milliseconds: Int = 20_000) -> Int32? {
    let deadline = cpty_milliseconds() + Int64(milliseconds)
    while exitCode == nil, cpty_milliseconds() < deadline {
      if !isClosed { _ = read(within: 5) }
      let code = cpty_wait(process, 0)
      if code != -1 { exitCode = code }
    }
    readUntilQuiet(0)
    return exitCode
  }

  /// What the program sends next, as it comes; empty when nothing comes in time.
  ///
  /// ``screen`` and ``sent`` do not learn of it: for whoever measures, and looks at the bytes later.
  package func receive(within milliseconds: Int) -> [UInt8] {
    guard !isClosed else { return [] }
    return [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
      let read = buffer.baseAddress.map {
        cpty_read(master, $0, Int64(buffer.count), Int32(milliseconds))
      }
      isClosed = (read ?? 0) < 0
      count = Int(max(0, read ?? 0))
    }
  }

  /// Reads once; false when there was nothing to read in time.
  private func read(within milliseconds: Int) -> Bool {
    let bytes = receive(within: milliseconds)
    sent.append(contentsOf: bytes)
    screen.feed(bytes)
    return !bytes.isEmpty
  }
}

/// Lends `strings` to `body` as C wants them: pointers, and a null after the last.
private func withCStrings<Result>(
  _ strings: [String], _ body: ([UnsafePointer<CChar>?]) -> Result
) -> Result {
  let bytes = strings.map { $0.utf8.map(CChar.init(bitPattern:)) + [0] }
  let all = bytes.flatMap(\.self)
  return all.withUnsafeBufferPointer { buffer in
    var pointers: [UnsafePointer<CChar>?] = []
    var offset = 0
    for string in bytes {
      pointers.append(buffer.baseAddress.map { $0 + offset })
      offset += string.count
    }
    return body(pointers + [nil])
  }
}
