import App
import ArgumentParser
import Model
import Store
import Vietnamese

/// `dondoc backup`: puts the register into one archive, and proves it.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Sao lưu sổ vào một tệp / Put the register into one archive, and prove it",
    discussion: """
      dondoc backup
      dondoc backup ~/so-2023.tar
      dondoc backup --for-others tinh.tar
      Lấy lại / to have it back: dondoc restore --from so-2023.tar --data DIR
      """)

  @Argument(help: ArgumentHelp("Tệp mới / A new file.", valueName: "file"))
  var file: String?

  @Flag(
    name: .customLong("for-others"),
    help: "Bỏ mục nội bộ, ghi chú, lịch sử / Without internal records, notes and history.")
  var isForOthers = false

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let context = try CommandContext(options)
    try context.needsThePresent()
    let folder = try OpenRegister.folder(context)
    let path = file.map(nfc) ?? "dondoc-\(context.today.iso).tar"
    let report: Backup.Report
    do throws(RegisterProblem) {
      report = try Backup.make(of: folder, at: path, isForOthers: isForOthers)
    } catch {
      throw Failure(error.words, context.language)
    }
    if context.isJSON {
      Output.write(KeepingJSON.backup(report, schema: "dondoc.backup/1"))
      return
    }
    let words = KeepingWords.backedUp(path, files: report.files, records: report.records)
    Output.print(context.say(words))
    if isForOthers { Output.print(context.say(KeepingWords.withheld(report.withheld))) }
    if report.errors > 0 { Output.print(context.say(KeepingWords.errorsInside(report.errors))) }
  }
}
