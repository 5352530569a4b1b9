
import App
import ArgumentParser
import Glibc
import Model
import Store
import Terminal
import Vietnamese

struct Surroundings: Sendable {
  func now() -> Moment {
    var t = timespec()
    clock_gettime(CLOCK_REALTIME, &t)
    return Moment(milliseconds: Int64(t.tv_sec) * 1000 + Int64(t.tv_nsec) / 1_000_000)
  }
  func signature() -> Signature { Signature(author: "me", now: now()) }
  func clock() -> String { now().clock }
}

@main struct Dondoc: ParsableCommand {
  @Option var data: String
  @Option var today: String?
  @Option var lang: String = "vi"
  @Option var theme: String = "dark"
  func run() throws {
    let store: RegisterStore
    do throws(RegisterProblem) { store = try RegisterStore(data) } catch { print(error); throw ExitCode(1) }
    let mailbox = Mailbox()
    let surroundings = Surroundings()
    var runner = RegisterRunner(store: store, mailbox: mailbox, surroundings: surroundings) { "\($0)" }
    runner.beginLoading()
    var device = try NcursesDevice()
    let day = today.flatMap { Day($0) } ?? surroundings.now().day
    var state = AppState(
      register: Register(profile: store.profile, registry: store.registry, slots: store.files.count),
      context: QueryContext(today: day, limits: store.profile.dueSoon),
      language: Language(rawValue: lang) ?? .vi, theme: Theme(Theme.Name(rawValue: theme) ?? .dark), size: device.size)
    _ = runEventLoop(&state, on: &device, mailbox: mailbox, runner: &runner)
    _ = device.close()
    if let problem = runner.finish() { print(problem) }
  }
}
