import App
import Model
import Store
import Terminal
import Vietnamese

/// What `dondoc merge-copies` says.
struct CopyReportText {
  private let report: CopyReport
  private let registers: [Register]

  init(_ report: CopyReport, registers: [Register]) {
    (self.report, self.registers) = (report, registers)
  }

  private func code(ofKey key: String) -> String {
    for register in registers {
      if let place = register.place(ofKey: key), let (chunk, row) = register.row(at: place) {
        return chunk.code(row)
      }
    }
    return key
  }

  func print(_ language: Language, into path: String?) {
    if report.taken.isEmpty && report.clashes.isEmpty && report.added.isEmpty
      && report.changes == 0 && report.files.isEmpty
    {
      return Output.print(ConflictWords.nothingNew(language))
    }
    let partly = report.taken.filter(\.isPartly).count
    var lines = [ConflictWords.taken(report.taken.count, partly: partly)(language)]
    for taken in report.taken {
      let fields = taken.fields.map { Field(rawValue: $0)?.words(language) ?? $0 }
      let mark = taken.isPartly ? " (\(ConflictWords.partly(language)))" : ""
      lines.append("  \(taken.code)\(mark)  \(fields.joined(separator: ", "))")
    }
    lines.append(ConflictWords.count(report.clashes.count)(language))
    let registers = registers
    let text = ConflictText(
      registers.first?.registry ?? Registry(), language: language
    ) { key in
      registers.lazy.map { $0.code(ofKey: key) }.first { $0 != key } ?? key
    }
    for clash in report.clashes { lines.append("  \(clash.code)  \(text.line(clash.conflict))") }
    lines.append(ConflictWords.added(report.added.count)(language))
    for added in report.added {
      let old = added.oldCode.map { " (\(ConflictWords.oldCode($0)(language)))" } ?? ""
      lines.append("  \(added.code)\(old)  \(added.title)")
    }
    lines.append(ConflictWords.suspected(report.suspected.count)(language))
    for pair in report.suspected { lines.append("  " + pair.joined(separator: " ↔ ")) }
    lines += files(language)
    lines.append((path.map(ConflictWords.merged) ?? ConflictWords.notWritten)(language))
    for line in lines { Output.print(TextWidth.harmless(line)) }
  }

  /// What stands beside the records: what was taken, and what the copies have otherwise.
  private func files(_ language: Language) -> [String] {
    let differences = report.files.reduce(0) { $0 + $1.differences.count }
    guard !report.files.isEmpty else { return [] }
    var lines = [ConflictWords.otherFiles(report.files.count, differences: differences)(language)]
    for news in report.files {
      let names = news.taken.filter { !$0.isEmpty }
      if !news.taken.isEmpty {
        lines.append("  \(news.file)  + " + names.joined(separator: "; "))
      }
      for difference in news.differences {
        let (a, b) = (CopyReportText.brief(difference.a), CopyReportText.brief(difference.b))
        let what = difference.name.isEmpty ? "" : "  " + difference.name
        let kept = ConflictWords.keptOf(difference.kept.rawValue.uppercased())(language)
        lines.append("  ≠ \(news.file)\(what): \(a) ↔ \(b) (\(kept))")
      }
    }
    if differences > 0 { lines.append("  " + ConflictWords.otherKept(language)) }
    return lines
  }

  private static func brief(_ value: Value) -> String {
    switch value {
    case .null: "—"
    case .bool(let flag): flag ? "✓" : "—"
    case .number(let digits): digits
    case .text(let text): "“" + text.prefix(120) + "”"
    case .list(let items): items.prefix(6).map(brief).joined(separator: ", ")
    case .object(let members):
      members.prefix(6).map { $0.key + " " + brief($0.value) }.joined(separator: ", ")
    }
  }

  // MARK: - JSON

  /// The shape `dondoc.merge/1`. Documented in `docs/json.md`.
  func json(first: String, second: String, isTrial: Bool) -> [UInt8] {
    var json = JSONText()
    json.openObject()
    json.member("schema")
    json.text("dondoc.merge/1")
    json.member("a")
    json.text(first)
    json.member("b")
    json.text(second)
    json.member("saved")
    json.value(.bool(!isTrial))
    json.member("changes")
    json.value(.number(report.changes))
    json.member("auto")
    json.value(.list(report.taken.map(auto)))
    json.member("conflicts")
    json.value(.list(report.clashes.map(conflict)))
    json.member("added")
    json.value(.list(report.added.map(added)))
    json.member("suspected")
    json.value(.list(report.suspected.map { .list($0.map { .text($0) }) }))
    json.member("files")
    json.value(.list(report.files.map(file)))
    json.closeObject()
    json.newLine()
    return json.bytes
  }

  private func auto(_ taken: CopyReport.Taken) -> Value {
    .object([
      Value.Member("code", .text(taken.code)), Value.Member("partly", .bool(taken.isPartly)),
      Value.Member("fields", .list(taken.fields.map { .text($0) })),
    ])
  }

  private func conflict(_ clash: CopyReport.Clash) -> Value {
    CopyReportText.value(clash.conflict, code: clash.code, copies: clash.copies)
  }

  /// One conflict; `copies` says which copy each side is from, where copies were merged.
  static func value(_ conflict: Conflict, code: String, copies: [CopyReport.Copy?]?) -> Value {
    let sides = conflict.sides.enumerated().map { index, side -> Value in
      var members: [Value.Member] = []
      if let copies { members.append(Value.Member("copy", .text(copies[index]?.rawValue))) }
      members += [
        Value.Member("by", .text(side.by)), Value.Member("at", .text(side.at.text)),
        Value.Member("change", .text(side.change)), Value.Member("value", side.value),
      ]
      return .object(members)
    }
    return .object([
      Value.Member("code", .text(code)), Value.Member("matter", .text(conflict.matter.name)),
      Value.Member("sides", .list(sides)),
    ])
  }

  private func file(_ news: CopyReport.FileNews) -> Value {
    let differences = news.differences.map { difference -> Value in
      .object([
        Value.Member("name", .text(difference.name)), Value.Member("a", difference.a),
        Value.Member("b", difference.b), Value.Member("kept", .text(difference.kept.rawValue)),
      ])
    }
    return .object([
      Value.Member("file", .text(news.file)),
      Value.Member("taken", .list(news.taken.map { .text($0) })),
      Value.Member("differences", .list(differences)),
    ])
  }

  private func added(_ added: CopyReport.Added) -> Value {
    .object([
      Value.Member("code", .text(added.code)), Value.Member("was", .text(added.oldCode)),
      Value.Member("copy", .text(added.copy.rawValue)), Value.Member("title", .text(added.title)),
    ])
  }
}
