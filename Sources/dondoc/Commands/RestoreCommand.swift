import App
import ArgumentParser
import Glibc
import Model
import Store
import Terminal
import Vietnamese

/// `dondoc restore`: lists the former versions that are kept, and restores one; or makes a register
/// out of a backup.
struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Khôi phục bản cũ hoặc bản sao lưu / Restore a former version or a backup",
    discussion: """
      dondoc restore
      dondoc restore quang-ninh/2023@2023-10-02T081500.123Z --dry-run
      dondoc restore --from so.tar --data ~/so-moi
      Khôi phục là một thay đổi: hoàn tác được. / Restoring is a change: undo takes it back.
      """)

  @Argument(
    help: ArgumentHelp(
      "Bản cũ, hoặc một phần tên / A version, or a part of its name.", valueName: "version"))
  var version: String?

  @Option(
    name: .customLong("from"),
    help: ArgumentHelp("Bản sao lưu / A backup.", valueName: "file"))
  var archive: String?

  @Flag(name: .customLong("dry-run"), help: "Chỉ xem trước → sau / Only show before → after.")
  var isTrial = false

  @Flag(name: .customLong("yes"), help: "Không hỏi lại / Do not ask.")
  var isSure = false

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let context = try CommandContext(options)
    try context.needsThePresent()
    if let archive {
      guard version == nil else {
        throw Failure(KeepingWords.archiveOrGeneration, context.language, .usage)
      }
      return try unpack(nfc(archive), context)
    }
    let opened = try OpenRegister(context)
    let generations = opened.store.generations()
    guard let version else { return try list(generations, opened) }
    try restore(try generation(nfc(version), among: generations, context), opened)
  }

  // MARK: - A backup

  private func unpack(_ archive: String, _ context: CommandContext) throws(Failure) {
    guard let folder = context.namedFolder else {
      throw Failure(KeepingWords.restoreWhere, context.language, .usage)
    }
    let report: Backup.Report
    do throws(RegisterProblem) {
      report = try Backup.restore(from: archive, into: folder)
    } catch {
      throw Failure(error.words, context.language)
    }
    if context.isJSON {
      Output.write(KeepingJSON.backup(report, schema: "dondoc.restore/1"))
    } else {
      let words = KeepingWords.unpacked(folder, files: report.files, records: report.records)
      Output.print(context.say(words))
      if report.errors > 0 { Output.print(context.say(KeepingWords.errorsInside(report.errors))) }
    }
  }

  // MARK: - Former versions

  private func generation(
    _ typed: String, among generations: [Generation], _ context: CommandContext
  ) throws(Failure) -> Generation {
    if let exact = generations.first(where: { $0.name == typed }) { return exact }
    let fitting = generations.filter { $0.name.contains(typed) }
    guard let first = fitting.first else {
      throw Failure(KeepingWords.noSuchGeneration(typed), context.language)
    }
    guard fitting.count == 1 else {
      throw Failure(
        KeepingWords.severalGenerations(typed, fitting.map(\.name)), context.language)
    }
    return first
  }

  private func list(_ generations: [Generation], _ opened: OpenRegister) throws(Failure) {
    let context = opened.context
    let listed = generations.map { generation in
      (generation: generation, difference: try? opened.store.difference(of: generation))
    }
    if context.isJSON { return Output.write(KeepingJSON.generations(listed)) }
    guard !listed.isEmpty else { return Output.print(context.say(KeepingWords.noGenerations)) }
    let seconds = context.surroundings.secondsEast()
    let width = listed.map { TextWidth.columns(of: $0.generation.name) }.max() ?? 0
    for (generation, difference) in listed {
      let local = generation.written.shifted(bySeconds: seconds)
      let name = generation.name
      let room = String(repeating: " ", count: max(0, width - TextWidth.columns(of: name)))
      let when = "\(DateFormat.day(local.day.civil, context.language)) \(local.clock)"
      Output.print("\(name)\(room)  \(when)  \(context.say(RestoreCommand.words(difference)))")
    }
  }

  private static func words(_ difference: GenerationDifference?) -> Words {
    guard let difference else { return KeepingWords.unreadable }
    if difference.putsBack { return KeepingWords.putsBack }
    return KeepingWords.difference(
      changed: difference.changed, missing: difference.missing, newer: difference.newer)
  }

  private func restore(_ generation: Generation, _ opened: OpenRegister) throws(Failure) {
    let (store, context) = (opened.store, opened.context)
    let difference: GenerationDifference
    let planned: [PlannedChange]
    do throws(RegisterProblem) {
      difference = try store.difference(of: generation)
    } catch {
      throw Failure(error.words, context.language)
    }
    do throws(StoreError) {
      planned = difference.putsBack ? [] : try store.previewRestoring(generation)
    } catch {
      throw Failure([opened.sentence(error)])
    }
    if planned.isEmpty && !difference.putsBack {
      return Output.print(context.say(KeepingWords.nothingToRestore))
    }
    let preview = PlannedText(opened, planned)
    if isTrial && context.isJSON { return Output.write(preview.json()) }
    if !context.isJSON { preview.print() }
    if isTrial {
      if difference.putsBack { Output.print(context.say(KeepingWords.putsBack)) }
      return
    }
    let question =
      difference.putsBack
      ? KeepingWords.askPuttingBack(generation.file)
      : KeepingWords.askRestoring(records: planned.count)
    guard try isWanted(question, context) else {
      return Output.print(context.say(KeepingWords.notRestored))
    }
    try Changing(opened: opened).finish(isSilent: !context.isJSON) {
      (store, signature) throws(StoreError) in
      try store.restore(generation, as: signature)
    }
    if context.isJSON { return }
    let said =
      difference.putsBack
      ? KeepingWords.putBack(generation.file, generation.name)
      : KeepingWords.restored(planned.count, generation.name)
    Output.print(context.say(said))
  }

  private func isWanted(_ question: Words, _ context: CommandContext) throws(Failure) -> Bool {
    if isSure { return true }
    guard isatty(STDIN_FILENO) == 1, Output.isTerminal else {
      throw Failure(KeepingWords.needsYes, context.language, .usage)
    }
    Output.write(Array(context.say(question).utf8))
    try Output.flush()
    let answer = readLine()?.lowercased() ?? ""
    return ["c", "co", "có", "y", "yes"].contains(nfc(answer))
  }
}
