import App
import ArgumentParser
import Model
import Vietnamese

/// The register of what the ministry and the provinces owe each other.
@main
struct Dondoc: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dondoc",
    abstract: "Sổ đôn đốc việc giữa Bộ và địa phương / The register of ministry–province work",
    discussion: """
      Không có lệnh con thì mở giao diện. / Without a subcommand the interface opens.
      Mã thoát / exit codes: 0 được / done, 1 không được / refused or failed, 2 dùng sai / usage, \
      3 không có mục nào / nothing matched (--exit-code).
      """,
    version: "0.1.0",
    subcommands: [
      Open.self, InitCommand.self, ListCommand.self, ShowCommand.self, AddCommand.self,
      SetCommand.self, SplitCommand.self, MergeIntoCommand.self, MergeCopiesCommand.self,
      ConflictsCommand.self, SettleCommand.self, StatusCommand.self, NoteCommand.self,
      DueCommand.self, AssignCommand.self, HandOverCommand.self,
      FollowCommand.self, StubCommand.self,
      UndoCommand.self, RedoCommand.self, CheckCommand.self, BackupCommand.self,
      RestoreCommand.self, KeysCommand.self, FieldsCommand.self,
      TypeCommand.self, ViewsCommand.self, StatsCommand.self, ChaseCommand.self, LetterCommand.self,
      LineCommand.self, QuantitiesCommand.self, CalendarCommand.self, VisitCommand.self,
      ProgrammeCommand.self,
      ReviewCommand.self, DeliverCommand.self,
    ],
    defaultSubcommand: Open.self)

  static func main() {
    let arguments = GlobalOptions.moved(Array(CommandLine.arguments.dropFirst()))
    do {
      try run(arguments)
      try Output.flush()
    } catch let failure as Failure {
      try? Output.flush()
      end(failure)
    } catch {
      try? Output.flush()
      end(error)
    }
  }

  /// Without a word there is nothing to parse: that would be a tenth of a small register's start.
  private static func run(_ arguments: [String]) throws {
    guard !arguments.isEmpty else { return try Interface().open() }
    try checkCommand(arguments.first)
    var command = try parseAsRoot(arguments)
    try command.run()
  }

  /// A word in the place of the subcommand that is none is named, with the nearest that is one.
  private static func checkCommand(_ word: String?) throws(Failure) {
    guard let word, !word.hasPrefix("-"), word != "help" else { return }
    let known = configuration.subcommands.compactMap { $0.configuration.commandName }
    guard !known.contains(word) else { return }
    let language = Surroundings().language
    let nearest = Nearest.of(word, among: known)
    throw Failure(CommandWords.unknownCommand(word, known, nearest: nearest), language, .usage)
  }

  private static func end(_ failure: Failure) -> Never {
    for line in failure.lines { Output.complain(line) }
    Surroundings.exit(failure.code)
  }

  /// Help that was asked for, a plain exit code, or a command line that was not understood.
  private static func end(_ error: any Error) -> Never {
    let code = exitCode(for: error)
    let text = fullMessage(for: error)
    switch code {
    case .success:
      Output.print(lines: text)
      try? Output.flush()
      Surroundings.exit(0)
    case .validationFailure:
      Output.complain(CommandWords.misunderstood(Surroundings().language))
      Output.complain(text)
      Surroundings.exit(Failure.Code.usage.rawValue)
    default:
      if !text.isEmpty { Output.complain(text) }
      Surroundings.exit(code.rawValue)
    }
  }
}
