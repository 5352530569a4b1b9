internal import Glibc
package import Model
internal import Vietnamese

/// A follow-up file as it was read: its chunk, or why there is none.
package struct ScannedFile: Sendable {
  package let path: String
  /// nil where the file could not be opened.
  package let stamp: FileStamp?
  /// nil where the file cannot be used; then the problems say why.
  package let chunk: Chunk?
  package let problems: [RegisterProblem]
}

/// Reads follow-up files down to what the list needs. One for each thread: it keeps its memory.
///
/// Every byte is checked; of a record only the list's columns are taken, with its byte range, so
/// that the whole record can be read when it is opened.
struct FollowUpScanner: ~Copyable {
  private var reader = JSONReader()
  private let tables: ScanTables
  private var gathering = RowGathering()

  init(tables: ScanTables) {
    self.tables = tables
  }

  /// Reads the file at `path` of the register's `folder`.
  mutating func scan(_ path: String, in folder: String) -> ScannedFile {
    let stamp: FileStamp
    do throws(FileReadError) {
      stamp = try reader.load(path: folder + "/" + path)
    } catch {
      return ScannedFile(path: path, stamp: nil, chunk: nil, problems: [error.problem(at: path)])
    }
    do throws(JSONError) {
      try reader.read()
    } catch {
      let place = FilePlace(path: path, line: error.line, column: error.column)
      return ScannedFile(
        path: path, stamp: stamp, chunk: nil, problems: [.badSyntax(place, error.problem)])
    }
    return scanRead(path, stamp)
  }

  /// The same for bytes that are not in a file yet.
  mutating func scan(bytes: [UInt8], as path: String, stamp: FileStamp?) -> ScannedFile {
    do throws(JSONError) {
      try reader.read(bytes)
    } catch {
      let place = FilePlace(path: path, line: error.line, column: error.column)
      return ScannedFile(
        path: path, stamp: stamp, chunk: nil, problems: [.badSyntax(place, error.problem)])
    }
    return scanRead(path, stamp)
  }

  private mutating func scanRead(_ path: String, _ stamp: FileStamp?) -> ScannedFile {
    do throws(ScanFault) {
      guard try Self.gather(reader, &gathering, tables) else {
        return ScannedFile(
          path: path, stamp: stamp, chunk: nil, problems: [.wrongTop(path: path, expected: .list)])
      }
    } catch {
      let problem = RegisterProblem.badValue(place(path, error.offset), error.error)
      return ScannedFile(path: path, stamp: stamp, chunk: nil, problems: [problem])
    }
    let problems = gathering.strayIds.map { stray in
      stray.kind.map { .unknownEntry(id: stray.id, kind: $0, place(path, stray.offset)) }
        ?? RegisterProblem.unknownProgramme(id: stray.id, place(path, stray.offset))
    }
    return ScannedFile(
      path: path, stamp: stamp, chunk: gathering.chunk(path: path), problems: problems)
  }

  /// The rows of what was read; false where it is no list.
  private static func gather(
    _ reader: borrowing JSONReader, _ gathering: inout RowGathering, _ tables: ScanTables
  ) throws(ScanFault) -> Bool {
    gathering.begin()
    return try reader.withRoot { root throws(ScanFault) in
      guard root.kind == .array else { return false }
      for element in root.elements { try gathering.add(element, tables) }
      return true
    }
  }

  private func place(_ path: String, _ offset: Int) -> FilePlace {
    let position = reader.position(of: offset)
    return FilePlace(path: path, line: position.line, column: position.column)
  }
}

extension FileReadError {
  package func problem(at path: String) -> RegisterProblem {
    switch self {
    case .cannotOpen(let code): .system(act: .open, path: path, code: code)
    case .cannotRead(let code): .system(act: .read, path: path, code: code)
    case .isDirectory: .system(act: .read, path: path, code: EISDIR)
    case .isSpecial: .system(act: .read, path: path, code: EINVAL)
    case .tooLarge: .system(act: .read, path: path, code: EFBIG)
    }
  }
}
