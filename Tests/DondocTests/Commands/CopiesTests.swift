import Foundation
import Store
import TestKit
import Testing

/// Story S5: Lan and Minh worked offline on copies of one register.
@Suite struct CopiesTests {
  private static let today = ["--today", "2023-04-05"]

  private struct Copies {
    let lan: TemporaryFolder
    let minh: TemporaryFolder
  }

  private static func run(_ words: [String], _ data: String, by author: String) throws {
    let run = try Run(
      list: words + today, data: data, environment: ["DONDOC_AUTHOR": author])
    #expect(run.code == 0, "\(words): \(run.complaint)")
  }

  private static func made() throws -> Copies {
    let copies = Copies(lan: try RealRegister.copy(), minh: try RealRegister.copy())
    let lan: [[String]] = [
      ["set", "QN23-21", "title=Hỗ trợ Quảng Ninh – Hokkaido (Nhật Bản)"],
      ["assign", "QN23-22", "vu-dba"],
      ["due", "QN23-22", "30/9/2023"],
      ["note", "QN23-22", "ghi chú A"],
      ["set", "QN23-22", "vanban+=bai-004"],
      ["due", "QN23-24", "11/2023", "--reason", "theo lịch"],
      ["split", "QN23-16", "--by-counterpart"],
      ["merge-into", "QN23-07", "QN23-34"],
      [
        "add", "--provisional", "L",
        "Đường bay Vân Đồn – Thâm Quyến tinh:qn linhvuc:ket-noi phien:QN23-01",
      ],
      ["set", "L-0001", "lienket+=part-of:QN23-17"],
      ["note", "QN23-09", "đã hỏi UBBGQG"],
    ]
    for words in lan { try run(words, copies.lan.path, by: "Lan") }
    let minh: [[String]] = [
      [
        "status", "QN23-22", "assigned", "--assigner", "Giám đốc", "--due", "31/8/2023",
        "--note", "ghi chú B", "--force", "--why", "chủ trì xác nhận sau",
      ],
      ["due", "QN23-24", "11/2023", "--reason", "theo lịch"],
      ["status", "QN23-16", "awaitingReply", "--waiting-for", "các vụ"],
      ["assign", "QN23-07", "cuc-le-tan"],
      ["set", "QN23-12", "+lao động"],
      [
        "add", "--provisional", "M",
        "Mở đường bay Thâm Quyến – Vân Đồn tinh:qn linhvuc:ket-noi phien:QN23-01",
      ],
      ["set", "M-0001", "lienket+=part-of:QN23-17"],
    ]
    for words in minh { try run(words, copies.minh.path, by: "Minh") }
    return copies
  }

  private static func merge(_ words: String...) throws -> [String: Any] {
    let run = try Run(list: ["merge-copies", "--json"] + words + today)
    #expect(run.code == 0, "\(run.complaint)")
    return try run.json()
  }

  private static func list(_ report: [String: Any], _ key: String) -> [[String: Any]] {
    report[key] as? [[String: Any]] ?? []
  }

  /// Each record as text, by its key; with its history and what follows from it, or its fields alone.
  private static func state(_ path: String, hasHistory: Bool = true) throws -> [String: String] {
    let all = try Run("list", "--json", data: path).codes()
    let shown = try Run(list: ["show", "--json"] + all, data: path).followUps()
    return try shown.reduce(into: [:]) { state, record in
      var record = record
      if !hasHistory { (record["history"], record["holderDays"]) = (nil, nil) }
      let bytes = try JSONSerialization.data(withJSONObject: record, options: .sortedKeys)
      state[record["key"] as? String ?? ""] = String(decoding: bytes, as: UTF8.self)
    }
  }

  private static func fields(_ path: String) throws -> [String: String] {
    try state(path, hasHistory: false)
  }

  @Test func theReportOfStoryFive() throws {
    let copies = try Self.made()
    let whole = TemporaryFolder()
    let into = whole.path + "/chung"
    let report = try Self.merge(copies.lan.path, copies.minh.path, "--into", into)
    let auto = Self.list(report, "auto")
    #expect(
      auto.compactMap { $0["code"] as? String } == [
        "QN23-09", "QN23-12", "QN23-21", "QN23-22", "QN23-24",
      ])
    #expect(auto.filter { $0["partly"] as? Bool == true }.count == 1)
    let partly = auto.first { $0["partly"] as? Bool == true }
    #expect(partly?["code"] as? String == "QN23-22")
    #expect(
      Set(partly?["fields"] as? [String] ?? [])
        == ["lead", "assigner", "status", "notes", "documents"])
    let conflicts = Self.list(report, "conflicts")
    #expect(
      conflicts.map { "\($0["code"] ?? "") \($0["matter"] ?? "")" } == [
        "QN23-07 removal", "QN23-16 split", "QN23-22 due",
      ])
    let dates = Self.list(conflicts.last ?? [:], "sides").map { side in
      "\((side["value"] as? [String: Any])?["date"] ?? "") \(side["by"] ?? "")"
    }
    #expect(Set(dates) == ["2023-09-30 Lan", "2023-08-31 Minh"])
    #expect(report["suspected"] as? [[String]] == [["L-0001", "M-0001"]])
    let added = Self.list(report, "added").compactMap { $0["code"] as? String }
    #expect(added.count == 6)
    #expect(Set(added).count == 6)
    #expect(added.allSatisfy { $0.hasPrefix("QN23-") })
    let check = try Run("check", "--json", data: into)
    #expect(check.code == 0, "\(check.output)")
    let shown = try Run("show", "--json", "QN23-22", data: into).followUps()
    #expect((shown.first?["lead"] as? [String: Any])?["proposed"] == nil)
    #expect(shown.first?["status"] as? String == "assigned")
    #expect((shown.first?["notes"] as? [Any])?.count == 2)
    let history = shown.first?["history"] as? [[String: Any]] ?? []
    #expect(Set(history.compactMap { $0["by"] as? String }) == ["import", "Lan", "Minh"])
    withExtendedLifetime((copies, whole)) {}
  }

  @Test func mergingIsTheSameEitherWayAndAgainChangesNothing() throws {
    let copies = try Self.made()
    let whole = TemporaryFolder()
    let (one, other) = (whole.path + "/ab", whole.path + "/ba")
    _ = try Self.merge(copies.lan.path, copies.minh.path, "--into", one)
    _ = try Self.merge(copies.minh.path, copies.lan.path, "--into", other)
    let union = try Self.state(one)
    #expect(union == (try Self.state(other)))
    #expect(union.count == 185 + 6)
    for copy in [copies.lan.path, copies.minh.path, other] {
      let report = try Self.merge(one, copy)
      #expect(report["changes"] as? Int == 0)
    }
    #expect(union == (try Self.state(one)))
    withExtendedLifetime((copies, whole)) {}
  }

  @Test func undoGivesTheCopyBackAndRedoTheUnion() throws {
    let copies = try Self.made()
    let (before, theirs) = (
      try Self.fields(copies.lan.path), try Self.fields(copies.minh.path)
    )
    _ = try Self.merge(copies.lan.path, copies.minh.path)
    let union = try Self.fields(copies.lan.path)
    #expect(union != before)
    try Self.run(["undo"], copies.lan.path, by: "Lan")
    #expect(try Self.fields(copies.lan.path) == before)
    #expect(try Self.fields(copies.minh.path) == theirs)
    #expect(try Run("conflicts", data: copies.lan.path).output.contains("Không có xung đột"))
    try Self.run(["redo"], copies.lan.path, by: "Lan")
    #expect(try Self.fields(copies.lan.path) == union)
    #expect(try Run("check", "--json", data: copies.lan.path).code == 0)
    withExtendedLifetime(copies) {}
  }

  /// Registry, programmes and views beside the records, to the byte.
  private static func small(_ path: String) throws -> [String: Data] {
    let root = URL(filePath: path)
    let names = try FileManager.default.subpathsOfDirectory(atPath: path).filter { name in
      name.hasSuffix(".json")
        && !["follow-ups", "merges", "."].contains { name.hasPrefix($0) }
    }
    return try names.reduce(into: [:]) { files, name in
      files[name] = try Data(contentsOf: root.appending(path: name))
    }
  }

  @Test func undoGivesBackWhatStandsBesideTheRecordsAndMergingAgainTheUnion() throws {
    let copies = try Self.made()
    let units = "registry/units.json"
    let text = try copies.minh.read(units)
    try copies.minh.write(
      text.replacing(
        "[\n", with: "[\n{\"id\":\"cuc-moi\",\"name\":\"Cục Mới\"},\n", maxReplacements: 1),
      to: units)
    try Self.run(["assign", "QN23-12", "cuc-moi"], copies.minh.path, by: "Minh")
    try Self.run(["views", "add", "Của Minh", "hokkaido"], copies.minh.path, by: "Minh")
    let data = copies.lan.path
    let (small, fields) = (try Self.small(data), try Self.fields(data))
    let report = try Self.merge(data, copies.minh.path)
    let (union, unionFields) = (try Self.small(data), try Self.fields(data))
    #expect(union != small)

    let undone = try Run(list: ["undo"] + Self.today, data: data)
    #expect(undone.output.contains("Đã hoàn tác: registry/units.json, views.json"))
    #expect(try Self.small(data) == small)
    #expect(try Self.fields(data) == fields)
    #expect(try Run("check", "--json", data: data).code == 0)

    var again = try Self.merge(data, copies.minh.path)
    #expect(again["changes"] as? Int == report["changes"] as? Int)
    #expect(Self.list(again, "conflicts").count == 3)
    #expect(try Self.small(data) == union)
    #expect(try Self.fields(data) == unionFields)
    again = try Self.merge(data, copies.minh.path)
    #expect(again["changes"] as? Int == 0)

    try Self.run(["views", "add", "Mới", "unesco"], data, by: "Lan")
    let refused = try Run(list: ["undo"] + Self.today, data: data)
    #expect(refused.code == 1)
    #expect(refused.complaint.contains("views.json đã có người sửa"))
    #expect(try Self.fields(data) == unionFields)
    #expect(try Run("check", "--json", data: data).code == 0)
    withExtendedLifetime(copies) {}
  }

  @Test func eachConflictIsSettledByASideOrAThirdValue() throws {
    let copies = try Self.made()
    let data = copies.lan.path
    _ = try Self.merge(data, copies.minh.path)
    #expect(try Self.list(Run("conflicts", "--json", data: data).json(), "conflicts").count == 3)
    try Self.run(["settle", "QN23-22", "hạn", "15/9/2023"], data, by: "Phó giám đốc")
    try Self.run(["settle", "QN23-16", "split", "2"], data, by: "Phó giám đốc")
    try Self.run(["settle", "QN23-07", "removal", "1"], data, by: "Phó giám đốc")
    #expect(try Self.list(Run("conflicts", "--json", data: data).json(), "conflicts").isEmpty)
    let shown = try Run("show", "--json", "QN23-22", "QN23-16", "QN23-07", data: data).followUps()
    #expect(shown[0]["due"] as? String == "2023-09-15")
    #expect(shown[1]["status"] as? String == "awaitingReply")
    #expect(shown[1]["links"].map { "\($0)".contains("has-part") } != true)
    #expect(shown[2]["status"] as? String == "merged")
    #expect(try Run("list", "tách ma:QN23-5", "--json", data: data).code == 0)
    #expect(try Run("check", "--json", data: data).code == 0)
    withExtendedLifetime(copies) {}
  }

  @Test func tryingWritesNothingAndAFolderIsNotMergedWithItself() throws {
    let copies = try Self.made()
    let before = try Self.state(copies.lan.path)
    let report = try Self.merge(copies.lan.path, copies.minh.path, "--dry-run")
    #expect(report["saved"] as? Bool == false)
    #expect(Self.list(report, "conflicts").count == 3)
    #expect(try Self.state(copies.lan.path) == before)
    #expect(try Run("merge-copies", copies.lan.path, copies.lan.path).code == 2)
    withExtendedLifetime(copies) {}
  }
}

/// Many processes write to one folder at once.
@Suite struct ManyWritersTests {
  /// `DONDOC_WRITES=500` is the full size; a machine that checks every change takes less.
  private static let writes =
    ProcessInfo.processInfo.environment["DONDOC_WRITES"].flatMap { Int($0) } ?? 12

  @Test func eightProcessesLoseNothing() throws {
    let register = try SampleRegister()
    let path = register.path
    let program = try Run.program.path
    let script = """
      for i in $(seq 1 \(Self.writes)); do
        if [ $((i % 4)) = 0 ]; then "$0" set QN23-03 "+$1-$i" --data "$2" >/dev/null || echo lost
        else "$0" note QN23-02 "$1-$i" --data "$2" >/dev/null || echo lost; fi
      done
      """
    // All are started before the first is waited for: tasks would take turns on a small machine.
    let writers = try (0..<8).map { writer in
      let process = Process()
      process.executableURL = URL(filePath: "/bin/sh")
      process.arguments = ["-c", script, program, "w\(writer)", path]
      process.environment = ["HOME": "/nonexistent", "DONDOC_AUTHOR": "w\(writer)"]
      let output = Foundation.Pipe()
      (process.standardOutput, process.standardError) = (output, output)
      try process.run()
      return (process, output)
    }
    var complaints = ""
    for (process, output) in writers {
      let bytes = output.fileHandleForReading.readDataToEndOfFile()
      complaints += String(decoding: bytes, as: UTF8.self)
      process.waitUntilExit()
    }
    #expect(complaints.isEmpty)
    let shown = try Run("show", "--json", "QN23-02", "QN23-03", data: path).followUps()
    let notes = Set(
      (shown[0]["notes"] as? [[String: Any]] ?? []).compactMap { $0["text"] as? String })
    let tags = Set(shown[1]["tags"] as? [String] ?? [])
    #expect(tags.count == 8 * (Self.writes / 4))
    #expect(notes.count + tags.count == 8 * Self.writes)
    #expect(try Run("check", "--json", data: path).code == 0)
    withExtendedLifetime(register) {}
  }
}
