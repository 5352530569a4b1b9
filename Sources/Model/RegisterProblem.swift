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
  /// At the second of the two records; `first` is the file of the other.
  case duplicateCode(String, FilePlace, first: FilePlace)
  case duplicateKey(String, FilePlace, first: FilePlace)
  case unknownEntry(id: String, kind: RegistryKind, FilePlace)
  case unknownProgramme(id: String, FilePlace)
  /// A field names a record that is not in the register.
  case danglingLink(code: String, to: String, Field, FilePlace)
  /// The record linked to does not link back.
  case oneSidedLink(code: String, to: String, Relation, FilePlace)
  /// The fields of a record are not what its changes come to; `fields` names those that differ.
  case notTheFold(code: String, fields: [String], FilePlace)
  /// The file can be read, but from here on it is not written as dondoc writes it.
  case notCanonical(FilePlace)
  /// The file of a closed year is not what was written when it was closed.
  case alteredReview(path: String)
  /// Of a table of names: who took whose place leads nowhere, or round.
  case brokenSuccessor(SuccessorFault, RegistryKind, FilePlace)
  /// A last line of the journal that was cut off, as by a power cut; it was never reported saved.
  case tornJournal(path: String, bytes: Int)
  /// A line of the journal whose sum does not fit; later lines are kept.
  case damagedJournal(path: String, line: Int)
  case recordGone(code: String)
  /// The file a change belongs to cannot be read, so nothing is written to it.
  case fileInTrouble(path: String)
  case busy(path: String, process: Int32?)
  /// A new register cannot be made there: there is one already.
  case registerExists(path: String)
  /// A new register cannot be made there: other things are in the way.
  case folderNotEmpty(path: String)
  /// A file is in the place where one was to be made.
  case alreadyThere(path: String)
  /// What should be an archive of a register is none, or not what was put into it.
  case badArchive(path: String)
  /// Others may read or write what should be the office's own; `files` counts the open files.
  case wideOpen(path: String, files: Int)
}

extension RegisterProblem {
  /// Where in the files it is; nil for what concerns the register as a whole.
  package var place: FilePlace? {
    switch self {
    case .badSyntax(let place, _), .badValue(let place, _), .duplicateCode(_, let place, _),
      .duplicateKey(_, let place, _), .unknownEntry(_, _, let place),
      .unknownProgramme(_, let place), .danglingLink(_, _, _, let place),
      .oneSidedLink(_, _, _, let place), .notTheFold(_, _, let place), .notCanonical(let place),
      .brokenSuccessor(_, _, let place):
      place
    case .wrongTop(let path, _), .foreignFormat(let path), .newerFormat(let path, _, _),
      .alteredReview(let path):
      FilePlace(path: path, line: 1, column: 1)
    case .damagedJournal(let path, let line):
      FilePlace(path: path, line: line, column: 1)
    case .system(_, let path, _), .tornJournal(let path, _):
      FilePlace(path: path, line: 0, column: 0)
    case .missingFolder, .notARegister, .recordGone, .fileInTrouble, .busy, .registerExists,
      .folderNotEmpty, .alreadyThere, .badArchive, .wideOpen:
      nil
    }
  }

  /// Worth saying, but nothing is wrong with any record.
  package var isWarning: Bool {
    switch self {
    case .notCanonical, .wideOpen, .tornJournal: true
    case .missingFolder, .notARegister, .foreignFormat, .newerFormat, .system, .badSyntax,
      .badValue, .wrongTop, .duplicateCode, .duplicateKey, .unknownEntry, .unknownProgramme,
      .danglingLink, .oneSidedLink, .notTheFold, .alteredReview, .brokenSuccessor, .damagedJournal,
      .recordGone,
      .fileInTrouble, .busy, .registerExists, .folderNotEmpty, .alreadyThere, .badArchive:
      false
    }
  }

  /// The order people read problems in: by file and line, those without a place last.
  package static func isInOrder(_ one: RegisterProblem, _ other: RegisterProblem) -> Bool {
    guard let here = one.place else { return false }
    guard let there = other.place else { return true }
    return (here.path, here.line, here.column) < (there.path, there.line, there.column)
  }
}

/// What was tried when the system refused.
package enum SystemAct: String, Hashable, Sendable {
  case open, read, write, sync, rename, lock, list, makeFolder, makeLink, remove
}
