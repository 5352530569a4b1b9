import App
import ArgumentParser
import Model
import Store
import Vietnamese

/// `dondoc check`: proves what can be proven of a register's files, and repairs what is safe.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Kiểm tra, sửa sổ / Check the register's files, and repair them",
    discussion: """
      Không có --repair thì không ghi gì. Với --repair: chỗ sửa tay thành thay đổi, liên kết được nối \
      lại, tệp viết lại đúng dạng; không xóa gì, bản cũ được giữ. / Without --repair nothing is \
      written. With it: what was edited by hand becomes a change, links get their other ends, files \
      their proper form; nothing is deleted, former versions are kept.
      """)

  @Flag(name: .customLong("repair"), help: "Sửa những gì tự sửa được / Repair what is safe.")
  var repairs = false

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let context = try CommandContext(options)
    try context.needsThePresent()
    let folder = try OpenRegister.folder(context)
    var deeds: [RepairDeed] = []
    let report: RegisterCheck.Report
    if repairs {
      let repaired = try repair(folder, context)
      (deeds, report) = (repaired.deeds, repaired.left)
    } else {
      do throws(RegisterProblem) {
        report = try RegisterCheck.run(folder)
      } catch {
        throw Failure(error.words, context.language)
      }
    }
    let errors = report.problems.filter { !$0.isWarning }.count
    if context.isJSON {
      let json = CheckJSON(language: context.language)
      Output.write(json.bytes(of: report, deeds: repairs ? deeds : nil, today: context.today))
    } else {
      if repairs { say(deeds, context) }
      for problem in report.problems {
        let line = "\(context.say(problem.weight)): \(context.say(problem.words))"
        Output.print(line)
      }
      let summary = CommandWords.checked(
        files: report.files, records: report.records, errors: errors,
        warnings: report.problems.count - errors)
      Output.print(context.say(summary))
    }
    if errors > 0 { throw Failure([]) }
  }

  private func repair(
    _ folder: String, _ context: CommandContext
  ) throws(Failure) -> RegisterRepair.Report {
    do throws(StoreError) {
      return try RegisterRepair.run(folder, as: context.surroundings.signature())
    } catch {
      let sentence = StoreSentence(
        language: context.language, registry: Registry(), secondsEast: 0)
      throw Failure([sentence(error)])
    }
  }

  private func say(_ deeds: [RepairDeed], _ context: CommandContext) {
    if deeds.isEmpty { Output.print(context.say(KeepingWords.nothingRepaired)) }
    for deed in deeds { Output.print("✓ " + context.say(deed.words)) }
  }
}

extension RepairDeed {
  var words: Words {
    switch self {
    case .swept(let files): KeepingWords.swept(files)
    case .setJournalAside: KeepingWords.journalSetAside
    case .adopted(let code, let fields): KeepingWords.deed(adoptedIn: code, fields: fields)
    case .linkedBack(let code, let to, let relation): KeepingWords.linkedBack(code, to, relation)
    case .rewritten(let path): KeepingWords.rewritten(path)
    }
  }

  /// The name in `--json`.
  var name: String {
    switch self {
    case .swept: "swept"
    case .setJournalAside: "setJournalAside"
    case .adopted: "adopted"
    case .linkedBack: "linkedBack"
    case .rewritten: "rewritten"
    }
  }
}
