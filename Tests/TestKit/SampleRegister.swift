import Foundation
package import Model
internal import Store

/// A small register in a folder of its own, which goes when the test is over.
///
/// Quảng Ninh has a session (QN23-01) and two requests out of it (QN23-02, QN23-03, linked);
/// Nghệ An has a commitment that was due on 1/3/2023 (NA23-01). All came in on 24/3/2023.
package final class SampleRegister: Sendable {
  package let path: String

  package static let quangNinh = "follow-ups/quang-ninh/2023.json"
  package static let ngheAn = "follow-ups/nghe-an/2023.json"

  package init() throws {
    path = NSTemporaryDirectory() + "dondoc-\(UUID().uuidString)"
    try write(
      "register.json",
      #"""
      {
        "format": "dondoc",
        "version": 1,
        "name": "Sổ mẫu",
        "nameEn": "Sample register",
        "provinces": ["quang-ninh", "nghe-an"],
        "settings": {"dueSoonDays": 7, "dueSoonDaysForEvents": 30}
      }

      """#)
    for (kind, entries) in SampleRegister.registry {
      try write("registry/\(kind.rawValue).json", CanonicalWriter.file(records: entries))
    }
    try write(SampleRegister.quangNinh, CanonicalWriter.file(records: SampleRegister.ofQuangNinh))
    try write(SampleRegister.ngheAn, CanonicalWriter.file(records: SampleRegister.ofNgheAn))
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  // MARK: - Files

  package func write(_ file: String, _ text: String) throws { try write(file, Array(text.utf8)) }

  package func write(_ file: String, _ bytes: [UInt8]) throws {
    let url = URL(filePath: path + "/" + file)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  package func text(_ file: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path + "/" + file)), as: UTF8.self)
  }

  package func exists(_ file: String) -> Bool {
    FileManager.default.fileExists(atPath: path + "/" + file)
  }

  /// Replaces `old` in a file by `new`.
  package func replace(_ old: String, by new: String, in file: String) throws {
    try write(file, try text(file).replacingOccurrences(of: old, with: new))
  }

  /// Every file with its bytes, but for the lock and the generations.
  package func snapshot() throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for file in try FileManager.default.subpathsOfDirectory(atPath: path)
    where file != ".lock" && !file.hasPrefix(".generations") {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: path + "/" + file, isDirectory: &isFolder)
      if isFolder.boolValue {
        files[file] = []
      } else {
        files[file] = Array(try Data(contentsOf: URL(filePath: path + "/" + file)))
      }
    }
    return files
  }

  // MARK: - What is in it

  /// A record whose one change is its creation, as the files hold it.
  package static func record(_ fields: KeyValuePairs<Field, Value>) -> Value {
    let key = fields.first { $0.key == .key }?.value.text ?? ""
    let change = Change(
      id: "import-\(key)", at: Moment(milliseconds: 1_679_616_000_000), by: "import",
      edits: fields.map { field, value in
        field.shape == .set
          ? .add(field, value.elements) : .set(field, from: .null, to: value)
      })
    let record = Record(changes: [change])
    return .object(record.fields.members + [Value.Member("changes", .list([change.value]))])
  }

  private static func list(_ ids: String...) -> Value {
    .list(ids.map { .object([Value.Member("id", .text($0))]) })
  }

  private static let sources: Value = .list([
    .object(["document": .text("bai-000"), "paragraphs": .list([.number(18)])])
  ])

  private static func link(to key: String) -> Value {
    .list([.object(["relation": .text("relates"), "to": .text(key)])])
  }

  private static let ofQuangNinh: [Value] = [
    record([
      .key: .text("qn-session"), .code: .text("QN23-01"), .kind: .text("event"),
      .direction: .text("joint"), .province: .text("quang-ninh"),
      .title: .text("Buổi làm việc với Quảng Ninh"), .category: .text("dia-phuong"),
      .tier: .text("core"), .raisedOn: .text("2023-03-24"), .session: .text("qn-session"),
      .status: .text("done"), .doneOn: .object(["date": .text("2023-03-24")]),
      .sources: sources,
    ]),
    record([
      .key: .text("qn-gate"), .code: .text("QN23-02"), .kind: .text("request"),
      .direction: .text("provinceToMinistry"), .province: .text("quang-ninh"),
      .title: .text("Công bố cửa khẩu Hoành Mô – Động Trung"),
      .titleEn: .text("Announce the Hoanh Mo gate"), .category: .text("bien-gioi"),
      .tier: .text("core"), .raisedOn: .text("2023-03-24"), .session: .text("qn-session"),
      .lead: .object(["unit": .text("ubbgqg"), "proposed": .bool(true)]),
      .coordinating: list("vu-dba"), .counterparts: list("quang-tay"),
      .due: .object(["date": .text("2023-06-30"), "origin": .text("officer")]),
      .links: link(to: "qn-twin"), .status: .text("agreed"), .sources: sources,
    ]),
    record([
      .key: .text("qn-twin"), .code: .text("QN23-03"), .kind: .text("request"),
      .direction: .text("provinceToMinistry"), .province: .text("quang-ninh"),
      .title: .text("Kết nghĩa với Hokkaido"), .category: .text("dia-phuong"),
      .tier: .text("background"), .session: .text("qn-session"), .counterparts: list("hokkaido"),
      .links: link(to: "qn-gate"), .status: .text("new"), .priority: .number(2),
      .sources: sources,
    ]),
  ]

  private static let ofNgheAn: [Value] = [
    record([
      .key: .text("na-clip"), .code: .text("NA23-01"), .kind: .text("commitment"),
      .direction: .text("ministryToProvince"), .province: .text("nghe-an"),
      .title: .text("Clip quảng bá Nghệ An"), .category: .text("dia-phuong"),
      .tier: .text("core"),
      .lead: .object(["unit": .text("vu-dba")]),
      .due: .object(["date": .text("2023-03-01"), "origin": .text("paper")]),
      .status: .text("inProgress"), .sources: sources,
    ])
  ]

  private static func entry(
    _ id: String, _ name: String, _ nameEn: String, _ more: KeyValuePairs<String, Value> = [:]
  ) -> Value {
    var members: [Value.Member] = [
      Value.Member("id", .text(id)), Value.Member("name", .text(name)),
      Value.Member("nameEn", .text(nameEn)),
    ]
    members += more.map { Value.Member($0.key, $0.value) }
    return .object(members)
  }

  private static let registry: [RegistryKind: [Value]] = [
    .provinces: [
      entry("quang-ninh", "Quảng Ninh", "Quang Ninh"), entry("nghe-an", "Nghệ An", "Nghe An"),
    ],
    .units: [
      entry(
        "ubbgqg", "Ủy ban Biên giới quốc gia", "National Boundary Commission",
        ["abbreviations": .list([.text("UBBG")]), "sort": .text("ministry-unit")]),
      entry(
        "vu-dba", "Vụ Đông Bắc Á", "Northeast Asia Department",
        ["abbreviations": .list([.text("ĐBA")]), "sort": .text("ministry-unit")]),
      entry("vu-chau-au", "Vụ Châu Âu", "Europe Department", ["sort": .text("ministry-unit")]),
      entry("so-nv-qn", "Sở Ngoại vụ Quảng Ninh", "Quang Ninh DFA", ["sort": .text("provincial")]),
    ],
    .counterparts: [
      entry("quang-tay", "Quảng Tây", "Guangxi"), entry("hokkaido", "Hokkaido", "Hokkaido"),
    ],
    .categories: [
      entry("bien-gioi", "Biên giới", "Borders"), entry("dia-phuong", "Kết nghĩa", "Twinning"),
    ],
    .documents: [entry("bai-000", "Bài 000", "Article 000")],
  ]
}
