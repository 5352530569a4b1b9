import App
import ArgumentParser
import Model
import Store
import Vietnamese

/// `dondoc merge-copies`: brings two copies of a register together.
struct MergeCopiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge-copies",
    abstract: "Gộp bản của hai người / Merge two copies of a register",
    discussion: """
      dondoc merge-copies Sổ Sổ-của-Minh            gộp bản thứ hai vào bản thứ nhất
      dondoc merge-copies Sổ-Lan Sổ-Minh --into Sổ-chung
      Không mất gì của bản nào; chỗ hai người sửa khác nhau là xung đột, giữ cả hai giá trị đến khi có \
      người chọn. dondoc undo gỡ cả lần gộp. / Nothing of either is lost; what two people changed \
      differently is a conflict that keeps both values until somebody chooses. One undo.
      """)

  @Argument(help: ArgumentHelp("Bản thứ nhất / The first copy.", valueName: "a"))
  var first: String

  @Argument(help: ArgumentHelp("Bản thứ hai / The second copy.", valueName: "b"))
  var second: String

  @Option(
    help: ArgumentHelp(
      "Ghi vào thư mục mới, hai bản kia để nguyên / Into a new folder; both stay as they are.",
      valueName: "dir"))
  var into: String?

  @Flag(name: .customLong("dry-run"), help: "Chỉ báo sẽ ra sao / Only say what would come of it.")
  var isTrial = false

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let context = try CommandContext(options)
    let target = try target(context)
    let mine = try open(target, context)
    let theirs = try open(second, context)
    let report: CopyReport
    do throws(StoreError) {
      report = try mine.merge(theirs, as: context.surroundings.signature(), isTrial: isTrial).report
    } catch {
      throw Failure([sentence(mine, context)(error)])
    }
    if !isTrial {
      do throws(RegisterProblem) {
        _ = try mine.foldJournal()
      } catch {
        Output.complain(context.say(CommandWords.notFolded(error.words)))
      }
    }
    // The registry may have grown by what the second copy had.
    let merged = try open(target, context)
    let text = CopyReportText(report, registers: [merged.load().register, theirs.load().register])
    if context.isJSON {
      Output.write(text.json(first: first, second: second, isTrial: isTrial))
    } else {
      text.print(context.language, into: isTrial ? nil : target)
    }
  }

  /// The folder to merge into, which is made if it is to be a new one.
  private func target(_ context: CommandContext) throws(Failure) -> String {
    let isSame: Bool
    do throws(RegisterProblem) {
      isSame = try RegisterCopy.isSame(first, second)
    } catch {
      throw Failure(error.words, context.language)
    }
    if isSame { throw Failure(ConflictWords.sameFolder(first), context.language, .usage) }
    guard let into, !isTrial else { return first }
    do throws(RegisterProblem) {
      try RegisterCopy.make(of: first, at: into)
    } catch {
      throw Failure(error.words, context.language)
    }
    return into
  }

  private func open(_ path: String, _ context: CommandContext) throws(Failure) -> RegisterStore {
    let store: RegisterStore
    do throws(RegisterProblem) {
      store = try RegisterStore(path)
    } catch {
      throw Failure(error.words, context.language)
    }
    let faults = store.load().problems.filter { !$0.isWarning }
    // A copy that cannot be read whole would be merged with a hole in it.
    if !faults.isEmpty { throw Failure(faults.map { context.say($0.words) }) }
    return store
  }

  private func sentence(_ store: RegisterStore, _ context: CommandContext) -> StoreSentence {
    StoreSentence(
      language: context.language, registry: store.registry,
      secondsEast: context.surroundings.secondsEast())
  }
}
