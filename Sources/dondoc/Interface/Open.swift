import App
import ArgumentParser
import Model
import Store
import Terminal
import Vietnamese

/// `dondoc open`, or `dondoc` alone: the interface.
struct Open: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Mở giao diện / Open the interface")

  @Option(help: "Màu / Colours: dark, light, sixteen, mono.")
  var theme: String?

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let context = try CommandContext(options)
    let folder = try OpenRegister.folder(context)
    let store: RegisterStore
    do throws(RegisterProblem) {
      store = try RegisterStore(folder)
    } catch {
      throw Failure(error.words, context.language)
    }
    try run(store, context)
  }

  private func run(_ store: RegisterStore, _ context: CommandContext) throws(Failure) {
    let sentence = StoreSentence(
      language: context.language, registry: store.registry,
      secondsEast: context.surroundings.secondsEast())
    let mailbox = Mailbox()
    var runner = RegisterRunner(
      store: store, mailbox: mailbox, surroundings: context.surroundings
    ) { sentence($0) }
    var device: NcursesDevice
    do throws(TerminalError) {
      device = try NcursesDevice()
    } catch {
      throw Failure(error.words, context.language)
    }
    runner.beginLoading()
    var state = AppState(
      register: Register(
        profile: store.profile, registry: store.registry, slots: store.files.count),
      context: QueryContext(today: context.today, limits: store.profile.dueSoon),
      language: context.language, theme: Theme(theme.flatMap(Theme.Name.init) ?? .dark),
      size: device.size)
    _ = runEventLoop(&state, on: &device, mailbox: mailbox, runner: &runner)
    _ = device.close()
    if let problem = runner.finish() { throw Failure(problem.words, context.language) }
  }
}
