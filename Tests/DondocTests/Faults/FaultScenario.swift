import Foundation
import Model
import Store
import TestKit
import Testing

/// Something a person does to a register, with the register it is done to.
struct FaultScenario: Sendable, CustomTestStringConvertible {
  let name: String
  let arguments: [String]
  /// Makes the register; it goes when the value goes.
  let make: @Sendable () throws -> FaultRegister

  var testDescription: String { name }

  static let small: [FaultScenario] = [
    FaultScenario(name: "a change", arguments: ["note", "QN23-02", "đã gửi công văn"]) {
      try FaultRegister(.sample)
    },
    FaultScenario(
      name: "a change of several", arguments: ["note", "QN23-02", "QN23-03", "NA23-01", "đã họp"]
    ) { try FaultRegister(.sample) },
    FaultScenario(
      name: "a creation",
      arguments: [
        "add", "Công bố cửa khẩu mới tinh:quang-ninh linhvuc:\"biên giới\" nguon:bai-000",
      ]
    ) { try FaultRegister(.sample) },
    FaultScenario(
      name: "a first record of a year",
      arguments: ["add", "Mời đoàn tinh:nghe-an phien:mới linhvuc:\"kết nghĩa\" nguon:bai-000"]
    ) { try FaultRegister(.sample) },
    FaultScenario(name: "a split", arguments: ["split", "QN23-02", "Phần một", "Phần hai"]) {
      try FaultRegister(.sample)
    },
    FaultScenario(name: "an undo", arguments: ["undo"]) {
      try FaultRegister(.sample) { store in
        try FaultRegister.note("sẽ hoàn tác", on: ["QN23-02", "NA23-01"], in: store)
        _ = try store.foldJournal()
      }
    },
    FaultScenario(
      name: "a change with a journal to be folded", arguments: ["note", "QN23-03", "thêm một"]
    ) {
      try FaultRegister(.sample) { store in
        try FaultRegister.note("còn trong nhật ký", on: ["QN23-02", "NA23-01"], in: store)
      }
    },
    FaultScenario(name: "a saved view", arguments: ["views", "add", "Biên giới", "biên giới"]) {
      try FaultRegister(.sample)
    },
    FaultScenario(
      name: "a merge of copies",
      arguments: ["merge-copies", FaultyRun.register, FaultRegister.colleagues?.path ?? ""]
    ) { try FaultRegister(.sample) },
    FaultScenario(name: "the undo of a merge of copies", arguments: ["undo"]) {
      try FaultRegister(.sample) { store in
        let other = try RegisterStore(FaultRegister.colleagues?.path ?? "")
        _ = other.load()
        let now = Moment(startOf: Day(ordinal: 19_632))
        let lan = Signature(author: "Lan", now: now)
        _ = try store.merge(other, as: lan, isTrial: false)
        _ = try store.foldJournal()
      }
    },
    FaultScenario(name: "a repair", arguments: ["check", "--repair"]) {
      let register = try FaultRegister(.sample)
      try register.replace("Kết nghĩa với Hokkaido\",", by: "Kết nghĩa với Hokkaidō\",")
      return register
    },
  ]

  static let large: [FaultScenario] = [
    FaultScenario(name: "a change among 185", arguments: ["note", "QN23-09", "đã gửi công văn"]) {
      try FaultRegister(.real)
    },
    FaultScenario(
      name: "a change all over the register",
      arguments: ["note"] + FaultRegister.codesOfManyFiles + ["rà soát cuối năm"]
    ) { try FaultRegister(.real) },
  ]
}

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
    try FileManager.default.copyItem(atPath: register.path, toPath: folder.path + "/register")
  }

  func copy() throws -> FaultRegister { try FaultRegister(copyOf: self) }

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
