import App
import Model
import Terminal

/// What the loop asks of the world outside.
protocol EffectRunner {
  /// Does `effect`, or begins it; what is known at once comes back, the rest by the mailbox.
  mutating func run(_ effect: Effect) -> Message?

  /// Reads records that the next key may ask for; nil where that would mean waiting.
  func readAhead(_ addresses: [RecordAddress]) -> Message?

  /// Work to be done when the person has paused; nil when there is none, and then the loop sleeps
  /// until something happens.
  var pause: Int32? { get }

  /// Does that work.
  mutating func rest()

  /// Descriptors that can be read when the world has news for the runner.
  var wakes: [Int32] { get }

  /// Looks at that news.
  mutating func lookAround()
}

/// Why the loop came to its end.
enum LoopEnd: Equatable {
  case quit
  case hangUp
  case signal(Int32)
}

/// How long an input method's letters are waited for, in milliseconds: what it sends comes at once.
private let inputMethodPause: Int32 = 30

/// How often what was read is shown while files are being read and the screen is full, in milliseconds:
/// each picture takes time from the reading.
private let loadingPause: Int32 = 40

/// How many events may be answered without a picture, while more are there already.
private let mostUnseen = 16

/// Draws, waits, updates and hands out the effects, until the person quits or the terminal goes.
///
/// News is drawn before the key that was waiting behind it is answered, so that a notice is seen
/// even if the next key would clear it.
func runEventLoop<Device: TerminalDevice & ~Copyable, Runner: EffectRunner>(
  _ state: inout AppState, on device: inout Device, mailbox: Mailbox, runner: inout Runner
) -> LoopEnd {
  present(state, on: &device)
  var unseen = 0
  while true {
    let (isWaiting, isLoading) = (state.inputMethod.isWaiting, state.isLoading)
    mailbox.hush(isLoading && state.isScreenFull)
    let pause = isWaiting ? inputMethodPause : isLoading ? loadingPause : runner.pause
    let event = device.nextEvent(wake: [mailbox.wake] + runner.wakes, within: pause)
    if event == .woken { runner.lookAround() }
    let news = mailbox.takeAll()
    if !news.isEmpty {
      for message in news where answer(message, &state, &device, &runner) { return .quit }
      present(state, on: &device)
    }
    switch event {
    case .key(let key):
      if answer(.key(key), &state, &device, &runner) { return .quit }
    case .paste(let text):
      if answer(.paste(text), &state, &device, &runner) { return .quit }
    case .mouse(let mouse):
      if answer(.mouse(mouse), &state, &device, &runner) { return .quit }
    case .resized, .resume:
      if answer(.resized(device.size), &state, &device, &runner) { return .quit }
    case .woken: continue
    case .tick where isWaiting:
      if answer(.idle, &state, &device, &runner) { return .quit }
    case .tick where isLoading: continue
    case .tick:
      runner.rest()
      continue
    case .hangUp: return .hangUp
    case .terminate(let signal): return .signal(signal)
    }
    // Of keys that came in one piece not each is drawn.
    unseen = device.hasNextEvent && unseen < mostUnseen ? unseen + 1 : 0
    guard unseen == 0 else { continue }
    present(state, on: &device)
    if !device.hasInput { prepare(&state, runner) }
  }
}

/// Answers one message and whatever comes of it at once; true when it is time to quit.
private func answer<Device: TerminalDevice & ~Copyable, Runner: EffectRunner>(
  _ message: Message, _ state: inout AppState, _ device: inout Device, _ runner: inout Runner
) -> Bool {
  var messages = [message]
  while !messages.isEmpty {
    for effect in update(&state, messages.removeFirst()) {
      switch effect {
      case .quit: return true
      case .copy(let text): device.copy(text)
      case .editOutside(let text):
        device.suspend()
        let edit = ExternalEditor().edit(text)
        device.resume()
        messages += [.resized(device.size), .editedOutside(edit)]
      case .open, .read, .act, .actOnMany, .preview, .create, .prepareEntry, .undo, .redo, .reload,
        .review, .closeReview, .editViews, .countViews, .remember, .travel,
        .findSimilar, .writeLetters, .versions, .compareVersions, .planRestoring, .restoreVersion:
        if let next = runner.run(effect) { messages.append(next) }
      }
    }
  }
  return false
}

/// While the person looks at what was drawn, and in the same turn, so that nobody is woken for it.
private func prepare(_ state: inout AppState, _ runner: some EffectRunner) {
  let addresses = state.withinReach
  guard !addresses.isEmpty, let message = runner.readAhead(addresses) else { return }
  _ = update(&state, message)
}

private func present<Device: TerminalDevice & ~Copyable>(
  _ state: AppState, on device: inout Device
) {
  let picture = draw(state)
  device.present(picture.canvas, cursor: picture.cursor)
}
