import Foundation
import Model

/// A folder of its own that goes when the test is over.
package final class TemporaryFolder: Sendable {
  package let path: String

  package init() {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "dondoc-test-\(UUID().uuidString)")
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  package func write(_ text: String, to file: String) throws {
    let url = URL(filePath: path).appending(path: file)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  package func read(_ file: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path).appending(path: file)), as: UTF8.self)
  }
}

/// The register in `Data/`, or a copy of it to write in.
package enum RealRegister {
  package static let path = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Data").standardizedFileURL.path

  package static func copy() throws -> TemporaryFolder {
    let folder = TemporaryFolder()
    for name in try FileManager.default.contentsOfDirectory(atPath: path) {
      try FileManager.default.copyItem(atPath: path + "/" + name, toPath: folder.path + "/" + name)
    }
    return folder
  }
}

/// A small register written by a test: a name, a province, two units, and records of their fields.
package enum SmallRegister {
  /// Writes one: each record is given by its members in JSON, without `changes`; what is mandatory
  /// and missing is filled in.
  package static func make(_ records: [[String: String]]) throws -> TemporaryFolder {
    let folder = TemporaryFolder()
    try folder.write(
      #"{"format": "dondoc", "version": 1, "name": "Sổ thử", "nameEn": "A trial register"}"#,
      to: "register.json")
    try folder.write(
      #"[{"id": "quang-ninh", "name": "Quảng Ninh"}]"#, to: "registry/provinces.json")
    try folder.write(
      """
      [{"id": "ubbgqg", "name": "Ủy ban Biên giới quốc gia", "short": "UBBGQG",
        "sort": "ministry-unit"},
       {"id": "vu-dba", "name": "Vụ Đông Bắc Á", "short": "Vụ ĐBA", "sort": "ministry-unit"}]
      """, to: "registry/units.json")
    try folder.write(
      #"[{"id": "bien-gioi", "name": "Biên giới"}]"#, to: "registry/categories.json")
    let texts = records.enumerated().map { index, members in record(members, number: index + 1) }
    try folder.write(
      "[\n" + texts.joined(separator: ",\n") + "\n]\n", to: "follow-ups/quang-ninh/2023.json")
    return folder
  }

  /// One record in JSON, whose creation is its one change.
  package static func record(_ members: [String: String], number: Int) -> String {
    let code = "QN23-" + (number < 10 ? "0\(number)" : "\(number)")
    let usual = [
      "key": "\"k\(number)\"", "code": "\"\(code)\"", "kind": "\"request\"",
      "direction": "\"provinceToMinistry\"", "province": "\"quang-ninh\"",
      "title": "\"Mục số \(number)\"", "category": "\"bien-gioi\"", "tier": "\"core\"",
      "status": "\"new\"", "sources": "[{\"document\": \"bai\"}]",
    ]
    let all = usual.merging(members) { _, given in given }
    let fields =
      Field.allCases.map(\.rawValue).filter { all[$0] != nil }
      + all.keys.filter { Field(rawValue: $0) == nil }.sorted()
    let lines = fields.map { "\"\($0)\": \(all[$0] ?? "null")" }
    let edits = fields.map { name in
      let isSet = Field(rawValue: name)?.shape == .set
      return isSet
        ? "{\"field\": \"\(name)\", \"add\": \(all[name] ?? "[]")}"
        : "{\"field\": \"\(name)\", \"from\": null, \"to\": \(all[name] ?? "null")}"
    }
    let change = """
      {"id": "c\(number)", "at": "2023-03-24T00:00:00.000Z", "by": "import", \
      "edits": [\(edits.joined(separator: ", "))]}
      """
    return "  {\n    "
      + (lines + ["\"changes\": [\n      \(change)\n    ]"])
      .joined(separator: ",\n    ") + "\n  }"
  }
}
