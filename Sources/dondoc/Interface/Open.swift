import App
import ArgumentParser
import Glibc
import Model
import Store
import Terminal
import Vietnamese

/// `dondoc`, `dondoc open`: the interface.
struct Open: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Mở giao diện / Open the interface")

  @OptionGroup var options: GlobalOptions

  @Option(
    help: ArgumentHelp(
      "Màu / Theme: auto, dark, light, sixteen, mono ($DONDOC_THEME).", valueName: "THEME"))
  var theme: String?

  @Option(
    help: ArgumentHelp(
      "Kiểu gõ / Typing: telex, vni, off ($DONDOC_TYPING).", valueName: "METHOD"))
  var typing: String?

  @Option(
    help: ArgumentHelp(
      "Bộ phím / Keys: default, vim, mutt ($DONDOC_KEYS).", valueName: "PRESET"))
  var keys: String?

  func run() throws {
    try Interface(options: options.values, theme: theme, typing: typing, keys: keys).open()
  }
}

/// The interface, from the words it was started with to its end.
struct Interface {
  var options = GlobalValues()
  var theme: String?
  var typing: String?
  var keys: String?

  func open() throws {
    let context = try CommandContext(options, complains: false)
    let look = Look(
      theme: try chosenTheme(context), typing: try chosenTyping(context),
      preset: try KeysOption.preset(keys, context))
    let folder = try OpenRegister.folder(context)
    let store: RegisterStore
    do throws(RegisterProblem) {
      store = try RegisterStore(folder, indexes: context.indexFolder)
    } catch {
      throw Failure(error.words, context.language)
    }
    let mailbox = Mailbox()
    let sentence = StoreSentence(
      language: context.language, registry: store.registry,
      secondsEast: context.surroundings.secondsEast(),
      surface: .screen(context.settings.keymap(look.preset)))
    var runner = RegisterRunner(
      store: store, mailbox: mailbox, surroundings: context.surroundings, asOf: context.asOf
    ) { sentence($0) }
    let end = try show(store, look, context, mailbox, &runner)
    if let problem = runner.finish() { throw Failure(problem.words, context.language) }
    if case .signal(let number) = end { Surroundings.exit(128 + number) }
    if end == .hangUp { Surroundings.exit(128 + SIGHUP) }
  }

  /// From taking the terminal to giving it back.
  private func show(
    _ store: RegisterStore, _ look: Look, _ context: CommandContext, _ mailbox: Mailbox,
    _ runner: inout RegisterRunner
  ) throws -> LoopEnd {
    var device: NcursesDevice
    do throws(TerminalError) {
      device = try NcursesDevice()
    } catch {
      throw Failure(error.words, context.language, .usage)
    }
    runner.beginLoading()
    let (settings, remembered) = (context.settings.settings, StateFile(context.surroundings).read())
    let language = context.fixedLanguage ?? remembered.language ?? context.language
    var state = AppState(
      register: Register(
        profile: store.profile, registry: store.registry, slots: store.files.count),
      context: queryContext(store, today: context.today),
      language: language,
      theme: Theme(look.theme ?? .fitting(device.colourDepth, context.surroundings)),
      size: device.size, keymap: context.settings.keymap(look.preset),
      inputMethod: settings.inputMethod)
    state.isUnicode = device.isUnicode
    state.remembered = remembered
    // Telex for those who read Vietnamese, unless something else is named or was chosen before.
    state.typing = look.typing ?? remembered.typing ?? (language == .vi ? .telex : .off)
    state.tones = settings.tones ?? .old
    state.begin(with: StartingView(view: settings.view, sorting: settings.sorting))
    if let words = SettingsFault.notice(context.settings.faults) { state.say(words, .bad) }
    state.past = context.asOf.map { PastView(day: $0, present: context.surroundings.today()) }
    runner.waitForFirstFile()
    let end = runEventLoop(&state, on: &device, mailbox: mailbox, runner: &runner)
    let complaints = device.close()
    if !complaints.isEmpty { Output.complain(complaints) }
    return end
  }

  /// The days off of this year are read here: the ladder of chasing counts by them.
  private func queryContext(_ store: RegisterStore, today: Day) -> QueryContext {
    let days = WorkingDays(store.folder)
    let round = ChaseRound(
      today: today, ladder: store.profile.ladder, isWorked: { days.isWorked($0) })
    return QueryContext(today: today, limits: store.profile.dueSoon, round: round)
  }

  /// nil where none is named.
  private func chosenTyping(_ context: CommandContext) throws(Failure) -> Composer.Method? {
    if let typing {
      return try TypingOption.method(typing, option: "--typing", context.language)
    }
    if let named = context.surroundings.variable("DONDOC_TYPING") {
      return try TypingOption.method(named, option: "$DONDOC_TYPING", context.language)
    }
    return context.settings.settings.typing
  }

  /// nil for the one that fits the terminal.
  private func chosenTheme(_ context: CommandContext) throws(Failure) -> Theme.Name? {
    guard let typed = theme ?? context.surroundings.variable("DONDOC_THEME") else {
      return context.settings.settings.theme
    }
    guard typed != "auto" else { return nil }
    guard let name = Theme.Name(rawValue: typed) else {
      let known = Theme.Name.allCases.map(\.rawValue).joined(separator: ", ")
      throw Failure(
        Words(
          "Không có bộ màu “\(typed)”. Có: auto, \(known).",
          "There is no theme “\(typed)”. There are: auto, \(known)."), context.language, .usage)
    }
    return name
  }
}

/// What the command line, the environment and the settings say of the interface.
private struct Look {
  let theme: Theme.Name?
  let typing: Composer.Method?
  let preset: KeyPreset?
}

extension Theme.Name {
  /// By what the terminal can show, and by what it says of its ground.
  fileprivate static func fitting(
    _ depth: ColourDepth, _ surroundings: Surroundings
  ) -> Theme.Name {
    switch depth {
    case .mono: .mono
    case .sixteen: .sixteen
    case .twoFiftySix, .trueColour:
      // COLORFGBG is "foreground;background"; 7 and 15 are the light grounds.
      ["7", "15"].contains(surroundings.variable("COLORFGBG")?.split(separator: ";").last ?? "")
        ? .light : .dark
    }
  }
}
