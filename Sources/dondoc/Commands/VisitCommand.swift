import App
import ArgumentParser
import Model
import Store
import Terminal
import Vietnamese

/// `dondoc visit`: the sheet of a province or counterpart.
struct VisitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "visit",
    abstract:
      "Phiếu thăm, làm việc với tỉnh hoặc đối tác / Visit sheet of a province or counterpart",
    discussion: """
      dondoc visit 'quảng ninh'
      dondoc visit hokkaido --today 1/6/2023
      """)

  @Argument(
    help: ArgumentHelp("Tỉnh hoặc đối tác / Province or counterpart.", valueName: "name"))
  var name: [String] = []

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let opened = try OpenRegister(try CommandContext(options))
    let subject = try subject(nfc(name.joined(separator: " ")), opened)
    let sheet = VisitSheet(subject, in: opened.register, context: opened.queryContext)
    if opened.context.isJSON {
      Output.write(json(sheet, opened))
    } else {
      for line in lines(sheet, opened) { Output.print(line) }
    }
    try Output.flush()
    try opened.endWithProblems()
  }

  /// A province of that name, else the one counterpart.
  private func subject(_ typed: String, _ opened: OpenRegister) throws(Failure) -> VisitSubject {
    let registry = opened.store.registry
    let picker = EntryPicker(registry, today: opened.context.today)
    if let id = picker.pick(typed, in: .entries(.provinces)).only { return .province(id) }
    if let id = picker.pick(typed, in: .entries(.counterparts)).only { return .counterpart(id) }
    let error = EditError(.unknownValue(typed, .counterparts, nearest: nil), 0..<typed.count)
    throw Failure(
      error.words(naming: registry, on: .commandLine), opened.context.language, .usage)
  }

  private func lines(_ sheet: VisitSheet, _ opened: OpenRegister) -> [String] {
    let text = VisitText(
      opened.register, context: opened.queryContext, language: opened.context.language)
    let width = Output.isTerminal ? max(40, Output.columns - 30) : 90
    let records = sheet.withQuantities.compactMap { opened.followUp(at: $0) }
    return [text.name(sheet.subject).uppercased(), ""]
      + text.lines(sheet, records: records).map { line in
        switch line {
        case .blank: ""
        case .heading(let words), .text(let words): words
        case .record(_, let code, let title, let standing):
          TextWidth.pad(code, to: 9) + " " + TextWidth.pad(title, to: width) + "  " + standing
        }
      }
  }

  private func json(_ sheet: VisitSheet, _ opened: OpenRegister) -> [UInt8] {
    var json = JSONText()
    json.openObject()
    json.member("schema")
    json.text("dondoc.visit/1")
    json.member("today")
    json.text(opened.context.today.iso)
    json.member("lastMeeting")
    json.text(sheet.lastMeeting?.iso)
    for section in VisitSheet.Section.allCases {
      json.member(named: section.rawValue)
      json.openList()
      for place in sheet.places(section) {
        json.text(opened.register.row(at: place).map { $0.chunk.code($0.row) })
      }
      json.closeList()
    }
    json.closeObject()
    json.newLine()
    return json.bytes
  }
}
