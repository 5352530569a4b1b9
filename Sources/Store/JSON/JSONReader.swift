import CSimdJSON
import Model

/// The one reader of JSON: strict, and with its memory kept from file to file.
///
/// A reader is used by one thread. What ``withRoot(_:)`` hands out points into its memory and
/// must not leave the closure.
package struct JSONReader: ~Copyable {
  private let reader: OpaquePointer?
  private var buffer = FileBuffer()
  private var tape: UnsafePointer<sj_node>?

  package init() {
    reader = sj_new()
  }

  deinit {
    sj_free(reader)
  }

  /// Takes in the bytes of a file, unread; after an error there are none.
  package mutating func load(path: String) throws(FileReadError) -> FileStamp {
    tape = nil
    return try buffer.load(path: path)
  }

  /// Reads what was loaded; an error names the first fault.
  package mutating func read() throws(JSONError) {
    tape = nil
    guard let reader else { throw JSONError(.noMemory, offset: 0, line: 1, column: 1) }
    var count: UInt32 = 0
    guard sj_read(reader, buffer.start, buffer.count, &tape, &count) == 0 else { return }
    tape = nil
    var error = sj_error()
    sj_last_error(reader, &error)
    guard let problem = SyntaxFault(error.problem) else { return }
    throw JSONError(
      problem, offset: Int(error.offset), line: Int(error.line), column: Int(error.column))
  }

  /// Takes in a copy of `bytes` and reads it.
  package mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) throws(JSONError) {
    buffer.fill(with: bytes)
    try read()
  }

  /// Takes in a copy of `bytes` and reads it.
  package mutating func read(_ bytes: [UInt8]) throws(JSONError) {
    bytes.withUnsafeBufferPointer { buffer.fill(with: $0) }
    try read()
  }

  /// Calls `body` with the top value of what was read last, without copying anything.
  package func withRoot<Result, Failure: Error>(
    _ body: (JSONNode) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    guard let tape else { preconditionFailure("withRoot is for what read() has accepted.") }
    return try body(JSONNode(bytes: UnsafePointer(buffer.start), tape: tape, index: 0))
  }

  /// The bytes taken in last, also if they were refused.
  package func withBytes<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(buffer.bytes)
  }

  /// Line and column of a byte of what was taken in last, both from 1, the column in Unicode
  /// scalars. Takes time in proportion to `offset`: it is for errors.
  package func position(of offset: Int) -> (line: Int, column: Int) {
    var line: UInt32 = 0
    var column: UInt32 = 0
    sj_locate(buffer.start, min(max(0, offset), buffer.count), &line, &column)
    return (Int(line), Int(column))
  }
}
