import App
import ArgumentParser
import Model
import Store
import Vietnamese

/// `dondoc check`: proves what can be proven of a register's files.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Kiểm tra sổ / Check the register's files; nothing is written")

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let context = try CommandContext(options)
    try context.needsThePresent()
    let folder = try OpenRegister.folder(context)
    let report: RegisterCheck.Report
    do throws(RegisterProblem) {
      report = try RegisterCheck.run(folder)
    } catch {
      throw Failure(error.words, context.language)
    }
    let errors = report.problems.filter { !$0.isWarning }.count
    if context.isJSON {
      Output.write(CheckJSON(language: context.language).bytes(of: report, today: context.today))
    } else {
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
}
