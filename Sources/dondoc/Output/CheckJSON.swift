import App
import Model
import Store
import Vietnamese

/// The shape `dondoc.check/1`. Documented in `docs/json.md`.
struct CheckJSON {
  let language: Language

  /// `deeds` is what was repaired; nil where nothing was to be.
  func bytes(
    of report: RegisterCheck.Report, deeds: [RepairDeed]?, today: Day
  ) -> [UInt8] {
    var json = JSONText()
    json.openObject()
    json.member("schema")
    json.text("dondoc.check/1")
    json.member("files")
    json.number(report.files)
    json.member("records")
    json.number(report.records)
    if let deeds { add(deeds, to: &json) }
    json.member("problems")
    json.openList()
    for problem in report.problems {
      json.newLineBeforeElement()
      add(problem, to: &json)
    }
    json.closeList()
    json.closeObject()
    json.newLine()
    return json.bytes
  }

  private func add(_ deeds: [RepairDeed], to json: inout JSONText) {
    json.member("repaired")
    json.openList()
    for deed in deeds {
      json.newLineBeforeElement()
      json.openObject()
      json.member("deed")
      json.text(deed.name)
      json.member("message")
      json.text(deed.words(language))
      json.closeObject()
    }
    json.closeList()
  }

  private func add(_ problem: RegisterProblem, to json: inout JSONText) {
    json.openObject()
    json.member("problem")
    json.text(problem.name)
    json.member("severity")
    json.text(problem.isWarning ? "warning" : "error")
    json.member("file")
    json.text(problem.place?.path)
    json.member("line")
    json.number(problem.place.flatMap { $0.line > 0 ? $0.line : nil })
    json.member("column")
    json.number(problem.place.flatMap { $0.line > 0 ? $0.column : nil })
    json.member("message")
    json.text(problem.words(language))
    json.closeObject()
  }
}

extension RegisterProblem {
  /// The name in `--json`.
  fileprivate var name: String {
    switch self {
    case .missingFolder: "missingFolder"
    case .notARegister: "notARegister"
    case .foreignFormat: "foreignFormat"
    case .newerFormat: "newerFormat"
    case .system: "system"
    case .badSyntax: "badSyntax"
    case .badValue: "badValue"
    case .wrongTop: "wrongTop"
    case .duplicateCode: "duplicateCode"
    case .duplicateKey: "duplicateKey"
    case .unknownEntry: "unknownEntry"
    case .unknownProgramme: "unknownProgramme"
    case .danglingLink: "danglingLink"
    case .oneSidedLink: "oneSidedLink"
    case .notTheFold: "notTheFold"
    case .notCanonical: "notCanonical"
    case .alteredReview: "alteredReview"
    case .brokenSuccessor: "brokenSuccessor"
    case .tornJournal: "tornJournal"
    case .damagedJournal: "damagedJournal"
    case .recordGone: "recordGone"
    case .fileInTrouble: "fileInTrouble"
    case .busy: "busy"
    case .registerExists: "registerExists"
    case .folderNotEmpty: "folderNotEmpty"
    case .alreadyThere: "alreadyThere"
    case .badArchive: "badArchive"
    case .wideOpen: "wideOpen"
    }
  }
}
