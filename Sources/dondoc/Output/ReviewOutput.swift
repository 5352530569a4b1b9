import App
import Model
import Store
import Terminal
import Vietnamese

/// The shape `dondoc.review/1`, and the same as a table with its totals.
struct ReviewOutput {
  private let opened: OpenRegister
  private let sheet: ReviewSheet
  private let language: Language
  private let dates: DeadlineText

  init(_ opened: OpenRegister, _ sheet: ReviewSheet) {
    self.opened = opened
    self.sheet = sheet
    language = opened.context.language
    dates = DeadlineText(language)
  }

  // MARK: - JSON

  func json() -> [UInt8] {
    var json = JSONText()
    json.openObject()
    json.member("schema")
    json.text("dondoc.review/1")
    json.member("programme")
    json.text(sheet.programme.id)
    json.member("year")
    json.number(sheet.year)
    json.member("today")
    json.text(sheet.today.iso)
    addCounts(to: &json)
    json.member("recurring")
    json.openList()
    for item in sheet.items where !item.instances.isEmpty { addInstances(of: item, to: &json) }
    json.closeList()
    json.member("differences")
    json.codes(sheet.differences)
    json.member("unrated")
    json.codes(sheet.unrated)
    json.member("items")
    json.openList()
    for item in sheet.items { add(item, to: &json) }
    json.closeList()
    json.member("closed")
    json.bool(sheet.closed != nil)
    json.member("closedOn")
    json.text(sheet.closed?.on.iso)
    json.member("closedBy")
    json.text(sheet.closed?.by)
    json.closeObject()
    json.newLine()
    return json.bytes
  }

  private func addCounts(to json: inout JSONText) {
    json.member("tasks")
    json.number(sheet.tasks)
    json.member("done")
    json.number(sheet.done.count)
    json.member("doneInTime")
    json.number(sheet.doneInTime.count)
    json.member("doneLate")
    json.codes(sheet.doneLate)
    json.member("open")
    json.number(sheet.open.count)
    json.member("overdue")
    json.openObject()
    for (item, days) in sheet.overdue {
      json.member(named: item.code)
      json.number(days)
    }
    json.closeObject()
    json.member("dueSoon")
    json.codes(sheet.dueSoon)
    json.member("noDeadline")
    json.codes(sheet.noDeadline)
    json.member("carriedOver")
    json.codes(sheet.carriedOver)
    json.member("notPursued")
    json.codes(sheet.notPursued)
    json.member("donePercent")
    json.tenths(sheet.doneRate)
    json.member("inTimePercent")
    json.tenths(sheet.inTimeRate)
  }

  private func addInstances(of item: ReviewSheet.Item, to json: inout JSONText) {
    json.newLineBeforeElement()
    json.openObject()
    json.member("code")
    json.text(item.code)
    json.member("instances")
    json.openList()
    for instance in item.instances {
      json.newLineBeforeElement()
      json.openObject()
      json.member("period")
      json.text(instance.issue.short)
      json.member("due")
      json.text(instance.issue.due.iso)
      json.member("sent")
      json.text(instance.sentOn?.iso)
      json.member("state")
      json.text(instance.state.name)
      json.member("days")
      json.number(instance.state.days)
      json.member("paper")
      json.text(instance.paper)
      json.closeObject()
    }
    json.closeList()
    json.closeObject()
  }

  private func add(_ item: ReviewSheet.Item, to json: inout JSONText) {
    json.newLineBeforeElement()
    json.openObject()
    json.member("code")
    json.text(item.code)
    json.member("title")
    json.text(item.title)
    json.member("status")
    json.text(item.status.rawValue)
    json.member("due")
    json.text(item.due?.day.iso)
    json.member("deadlineState")
    json.deadline(item.state)
    json.member("decision")
    json.text(item.decision?.rawValue)
    json.member("differs")
    json.bool(item.differs)
    json.member("ratings")
    json.openObject()
    for side in ReviewSide.allCases {
      json.member(named: side.rawValue)
      json.value(item.rating(side)?.value ?? .null)
    }
    json.closeObject()
    json.closeObject()
  }

  // MARK: - For people

  func lines() -> [String] {
    var lines = [ReviewWords.title(sheet, language)]
    if let closed = sheet.closed { lines[0] += "  (" + ReviewWords.closed(closed)(language) + ")" }
    guard Output.isTerminal else { return sheet.items.map { separated($0) } }
    lines.append("")
    let width = max(20, Output.columns - 76)
    for item in sheet.items { lines.append(line(item, width: width)) }
    return lines + [""] + totals() + issues()
  }

  private func line(_ item: ReviewSheet.Item, width: Int) -> String {
    let title = TextWidth.cut(TextWidth.harmless(item.title), to: width)
    let rated = ReviewSide.allCases.map { side in
      item.rating(side)?.mark.map { String($0.rawValue) } ?? "·"
    }
    return TextWidth.pad(item.code, to: 10) + TextWidth.pad(title, to: width + 2)
      + TextWidth.pad(item.status.words(language), to: 18)
      + TextWidth.pad(item.due.map(dates.date) ?? "—", to: 12)
      + TextWidth.pad(dates.brief(item.state, due: item.due), to: 17)
      + rated.joined(separator: " ") + "  " + ReviewWords.decision(item)(language)
  }

  private func separated(_ item: ReviewSheet.Item) -> String {
    let rated = ReviewSide.allCases.map { side in
      item.rating(side)?.mark.map { String($0.rawValue) } ?? ""
    }
    let cells =
      [
        item.code, item.title, item.status.words(language), item.due?.day.iso ?? "",
        item.state.name,
        item.state.days.map(String.init) ?? "",
      ] + rated + [ReviewWords.decision(item)(language)]
    return cells.map(TextWidth.harmless).joined(separator: "\t")
  }

  private func totals() -> [String] {
    func named(_ items: [ReviewSheet.Item]) -> String {
      items.isEmpty ? "" : " (" + items.map(\.code).joined(separator: ", ") + ")"
    }
    let overdue = sheet.overdue.map { "\($0.item.code) \($0.days)" }.joined(separator: ", ")
    let late = overdue.isEmpty ? "" : " (\(overdue))"
    let rows: [(Words, String)] = [
      (Words("Nhiệm vụ", "Tasks"), "\(sheet.tasks)"),
      (
        Words("Hoàn thành", "Done"),
        "\(sheet.done.count) · " + ReviewWords.percent(sheet.doneRate, language)
      ),
      (
        Words("  đúng hạn", "  in time"),
        "\(sheet.doneInTime.count) · " + ReviewWords.percent(sheet.inTimeRate, language)
      ),
      (Words("  quá hạn", "  late"), "\(sheet.doneLate.count)" + named(sheet.doneLate)),
      (Words("Chưa xong", "Open"), "\(sheet.open.count)"),
      (Words("  quá hạn", "  overdue"), "\(sheet.overdue.count)" + late),
      (Words("  sắp đến hạn", "  due soon"), "\(sheet.dueSoon.count)" + named(sheet.dueSoon)),
      (
        Words("  chưa có hạn", "  no deadline"),
        "\(sheet.noDeadline.count)" + named(sheet.noDeadline)
      ),
      (
        Words("  chuyển năm sau", "  carried over"),
        "\(sheet.carriedOver.count)" + named(sheet.carriedOver)
      ),
      (Words("Không thực hiện", "Not pursued"), "\(sheet.notPursued.count)"),
      (
        Words("Khác nhau giữa hai bên", "The sides differ"),
        "\(sheet.differences.count)" + named(sheet.differences)
      ),
    ]
    return rows.map { TextWidth.pad($0.0(language), to: 24) + $0.1 }
  }

  private func issues() -> [String] {
    sheet.items.filter { !$0.instances.isEmpty }.flatMap { item -> [String] in
      ["", item.code + "  " + TextWidth.harmless(item.title)]
        + item.instances.map { instance in
          "  " + TextWidth.pad(instance.issue.words(language), to: 12)
            + TextWidth.pad(dates.day(instance.issue.due), to: 12)
            + TextWidth.pad(instance.sentOn.map(dates.day) ?? "—", to: 12)
            + dates.full(instance.state)
        }
    }
  }
}

extension JSONText {
  mutating func codes(_ items: [ReviewSheet.Item]) {
    openList()
    for item in items { text(item.code) }
    closeList()
  }

  /// A number with one digit behind the point.
  mutating func tenths(_ tenths: Int?) {
    value(tenths.map { .number("\($0 / 10).\($0 % 10)") } ?? .null)
  }
}
