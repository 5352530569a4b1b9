import Foundation
import Glibc
import Model
import Store
import TestKit

/// A register that a fault matrix copies for each of its points.
final class FaultRegister: Sendable {
  enum Kind { case sample, real }

  private let folder: TemporaryFolder
  var path: String { folder.path + "/register" }

  init(_ kind: Kind, _ prepare: (RegisterStore) throws -> Void = { _ in }) throws {
    folder = TemporaryFolder()
    switch kind {
    case .sample:
      let sample = try SampleRegister()
      try FileManager.default.copyItem(atPath: sample.path, toPath: folder.path + "/register")
    case .real:
      try FileManager.default.copyItem(
        atPath: RealRegister.path, toPath: folder.path + "/register")
    }
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
    let store = try RegisterStore(path)
    _ = store.load()
    try prepare(store)
  }

  private init(copyOf register: FaultRegister) throws {
    folder = TemporaryFolder()
    let files = FileManager.default
    try files.createDirectory(
      atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    for name in try files.subpathsOfDirectory(atPath: register.path).sorted() {
      let (source, target) = (register.path + "/" + name, path + "/" + name)
      var status = stat()
      guard lstat(source, &status) == 0 else { throw CocoaError(.fileReadUnknown) }
      if status.st_mode & S_IFMT == S_IFDIR {
        guard mkdir(target, status.st_mode & 0o777) == 0 else {
          throw CocoaError(.fileWriteUnknown)
        }
      } else if FaultRegister.isWrittenInPlace(name) {
        try files.copyItem(atPath: source, toPath: target)
      } else {
        guard link(source, target) == 0 else { throw CocoaError(.fileWriteUnknown) }
      }
    }
  }

  private static func isWrittenInPlace(_ name: String) -> Bool {
    name == "journal.jsonl" || name == ".lock"
  }

  /// A register of links to the files of this one, which are never written but replaced.
  func copy() throws -> FaultRegister { try FaultRegister(copyOf: self) }

  /// The files that copies have links to.
  func originals() throws -> Set<ino_t> {
    var inodes: Set<ino_t> = []
    for name in try FileManager.default.subpathsOfDirectory(atPath: path)
    where !FaultRegister.isWrittenInPlace(name) {
      var status = stat()
      if lstat(path + "/" + name, &status) == 0 { inodes.insert(status.st_ino) }
    }
    return inodes
  }

  /// A copy on which a colleague has worked: a note, a new unit, a programme.
  static let colleagues: FaultRegister? = {
    let made = try? FaultRegister(.sample) { store in
      try note("của Minh", on: ["QN23-02", "NA23-01"], in: store)
      _ = try store.foldJournal()
    }
    let unit = #""id": "vu-chau-au","#
    try? made?.replace(
      unit, by: #""id": "cuc-moi", "name": "Cục Mới"}, {"# + unit, in: "registry/units.json")
    try? made?.folder.write(
      #"{"id": "x", "name": "Chương trình", "province": "nghe-an"}"#,
      to: "register/programmes/x.json")
    return made
  }()

  func replace(
    _ old: String, by new: String, in file: String = SampleRegister.quangNinh
  ) throws {
    let file = "register/" + file
    let text = try folder.read(file)
    // The field alone, not the change that set it.
    guard let range = text.range(of: old) else { throw CocoaError(.fileReadUnknown) }
    try folder.write(text.replacingCharacters(in: range, with: new), to: file)
  }

  /// Adds a note to the records with these codes; to the first record where none is given.
  static func note(_ text: String, on codes: [String] = [], in store: RegisterStore) throws {
    let (register, _) = store.load()
    var addresses: [RecordAddress] = []
    for (slot, chunk) in register.chunks.enumerated() {
      guard let chunk else { continue }
      for row in chunk.rows
      where codes.contains(chunk.code(row)) || (codes.isEmpty && addresses.isEmpty) {
        addresses.append(RecordAddress(slot: slot, key: chunk.key(row)))
      }
    }
    _ = try store.perform(
      .note(text, on: Day(ordinal: 19_632)), on: addresses,
      as: Signature(author: "Minh", now: Moment(startOf: Day(ordinal: 19_632))))
  }

  /// One code out of each of six files of the real register.
  static let codesOfManyFiles: [String] = {
    guard let store = try? RegisterStore(RealRegister.path) else { return [] }
    let (register, _) = store.load()
    return register.chunks.compactMap { chunk in
      chunk.flatMap { chunk in chunk.rows.first.map(chunk.code) }
    }.prefix(6).map(\.self)
  }()

  // MARK: - What is in it

  /// All that the register says, but for names and moments that chance and the clock make.
  func state() throws -> [String] {
    let store = try RegisterStore(path)
    let (register, _) = store.load()
    var lines: [String] = []
    for (slot, chunk) in register.chunks.enumerated() {
      guard let chunk else { continue }
      for row in chunk.allRows {
        let record = try store.record(slot: slot, key: chunk.key(row))
        var fields = record.fields
        let notes = fields[.notes].elements.compactMap { $0["text"].text }
        let links = fields[.links].elements.count
        for field in [Field.key, .notes, .links, .session] { fields[field] = .null }
        lines.append("\(record.code) \(record.changes.count) \(notes) \(links) \(fields.members)")
      }
    }
    let others = ["views.json", "registry/units.json", "programmes/x.json"]
    return lines.sorted() + others.map { (try? folder.read("register/" + $0)) ?? "" }
  }

  /// The temporaries that lie about.
  func strayFiles() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: path)
      .filter { $0.hasSuffix(".tmp") || $0.contains(".tmp/") }
  }
}
