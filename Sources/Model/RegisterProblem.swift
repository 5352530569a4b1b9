/// A place in a file, for people: line and column from 1.
package struct FilePlace: Hashable, Sendable {
  package var path: String
  package var line: Int
  package var column: Int

  package init(path: String, line: Int, column: Int) {
    self.path = path
    self.line = line
    self.column = column
  }
}

/// What is wrong with a register: facts only, the words are made where people read them.
package enum RegisterProblem: Error, Hashable, Sendable {
  case missingFolder(path: String)
  /// The folder is there, but no `register.json` in it.
  case notARegister(path: String)
  case foreignFormat(path: String)
  case newerFormat(path: String, version: Int, known: Int)
  /// A call of the system failed; `code` is its errno.
  case system(act: SystemAct, path: String, code: Int32)
  case badSyntax(FilePlace, SyntaxFault)
  case badValue(FilePlace, ValueError)
  /// The top of the file is not a list of records, or not an object.
  case wrongTop(path: String, expected: ValueError.Expectation)
  case duplicateCode(String, FilePlace, first: String)
  case duplicateKey(String, FilePlace, first: String)
  case unknownEntry(id: String, kind: RegistryKind, FilePlace)
  case unknownProgramme(id: String, FilePlace)
  case danglingLink(code: String, to: String)
  case oneSidedLink(code: String, to: String, Relation)
  /// The fields of a record are not what its changes come to.
  case notTheFold(code: String, path: String)
  /// A last line of the journal that was cut off, as by a power cut; it was never reported saved.
  case tornJournal(path: String, bytes: Int)
  /// A line of the journal whose sum does not fit; later lines are kept.
  case damagedJournal(path: String, line: Int)
  case recordGone(code: String)
  /// The file a change belongs to cannot be read, so nothing is written to it.
  case fileInTrouble(path: String)
  case busy(path: String, process: Int32?)
  case folderExists(path: String)
  /// Others may read or write what should be the office's own.
  case wideOpen(path: String)
}

/// What was tried when the system refused.
package enum SystemAct: String, Hashable, Sendable {
  case open, read, write, sync, rename, lock, list, makeFolder, remove
}
