internal import App
internal import ArgumentParser
internal import Model
internal import Store
internal import Terminal
internal import Vietnamese

/// The interface at a register, without a terminal.
struct Sitting {
  private(set) var state: AppState
  private let store: RegisterStore

  /// With everything read.
  init(_ register: String, language: Language, today: Day, size: Size) throws {
    store = try RegisterStore(register)
    let (loaded, problems) = store.load()
    state = AppState(
      register: loaded,
      context: QueryContext(today: today, limits: loaded.profile.dueSoon), language: language,
      theme: Theme(.dark), size: size)
    answer(.loaded(problems))
  }

  /// Answers a message, and reads the record that is then to be shown.
  mutating func answer(_ message: Message) {
    for effect in update(&state, message) {
      guard case .open(let slot, let key) = effect else { continue }
      do throws(RegisterProblem) {
        _ = update(&state, .opened(try store.record(slot: slot, key: key)))
      } catch {
        _ = update(&state, .couldNotOpen(error))
      }
    }
  }
}

/// What a key costs, to be counted from outside: the difference between many and few of them.
struct PressKeys: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "press",
    abstract: "Goes down the list of a register, drawing after each key as the interface does.")

  @Argument(help: "The register's folder, such as Data.")
  var register: String

  @Option(help: "How many steps down.")
  var steps = 30

  @Option(help: "Letters typed into the filter afterwards, one by one.")
  var filter = ""

  @Option(help: "Keys pressed at last, a letter each, such as BqBq.")
  var keys = ""

  func run() throws {
    var sitting = try Sitting(
      register, language: .vi, today: Day(ordinal: 20_779), size: Size(rows: 36, columns: 120))
    var drawn = draw(sitting.state).canvas
    var changed = 0
    func press(_ key: KeyPress) {
      sitting.answer(.key(key))
      let canvas = draw(sitting.state).canvas
      changed += canvas.changes(since: drawn).count
      drawn = canvas
    }
    for _ in 0..<steps { press(.character("j")) }
    if !filter.isEmpty { press(.character("/")) }
    for letter in filter { press(.character(letter)) }
    for key in keys { press(.character(key)) }
    print("\(changed) runs of cells changed")
  }
}
