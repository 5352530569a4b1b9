internal import CNcurses
internal import Glibc
internal import Synchronization

private let isOpen = Atomic(false)

/// The real screen. While one lives the terminal is ours; when it goes, the terminal is put back.
///
/// Neither copyable nor `Sendable`, so ncurses' globals have one owner at a time, and the compiler
/// sees to it. A crash puts the terminal back as well, from a signal handler.
package struct NcursesDevice: TerminalDevice, ~Copyable {
  package let colourDepth: ColourDepth
  package let isUnicode: Bool
  private var screen: ShownScreen
  private var keys = KeyDecoder()
  private var clicks = DoubleClick()

  /// Takes the terminal over, on standard input and output, as TERM, COLORTERM and NO_COLOR say.
  package init() throws(TerminalError) {
    let (isFirst, _) = isOpen.compareExchange(
      expected: false, desired: true, ordering: .acquiringAndReleasing)
    guard isFirst else { throw .alreadyOpen }
    let opened: (terminal: String, depth: ColourDepth)
    do throws(TerminalError) {
      opened = try NcursesDevice.open()
    } catch {
      isOpen.store(false, ordering: .releasing)
      throw error
    }
    colourDepth = opened.depth
    isUnicode = cnc_is_utf8() && !opened.terminal.hasPrefix("vt")
    screen = ShownScreen(depth: opened.depth, isUnicode: isUnicode)
  }

  deinit {
    cnc_close()
    isOpen.store(false, ordering: .releasing)
  }

  /// Puts the terminal back, and returns the end of what was written to standard error meanwhile.
  ///
  /// When the device only goes out of scope instead, that text goes on to standard error.
  package consuming func close() -> String {
    let most = 64 << 10
    let text = [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
      count = buffer.withMemoryRebound(to: CChar.self) { characters in
        characters.baseAddress.map { cnc_take_errors($0, most) } ?? 0
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  package var size: Size { Size(rows: Int(cnc_rows()), columns: Int(cnc_columns())) }

  package mutating func present(_ canvas: Canvas, cursor: Point?) {
    screen.present(canvas, cursor: cursor)
  }

  package mutating func copy(_ text: String) {
    let sequence = Clipboard.sequence(for: text)
    var offset = 0
    while offset < sequence.count {
      let written = sequence.withUnsafeBytes { bytes in
        write(STDOUT_FILENO, bytes.baseAddress.map { $0 + offset }, bytes.count - offset)
      }
      if written < 0 && errno != EINTR { return }
      offset += max(0, written)
    }
  }

  package mutating func suspend() { cnc_suspend() }

  package mutating func resume() {
    cnc_resume()
    screen.forget()
  }

  package var hasNextEvent: Bool { keys.hasCharacter }

  package var hasInput: Bool { keys.hasCharacter || cnc_wait([], 0, 0) != 0 }

  package mutating func nextEvent(
    wake: [Int32], within milliseconds: Int32?
  ) -> TerminalEvent {
    let deadline = milliseconds.map { cnc_milliseconds() + Int64(max(0, $0)) }
    while true {
      if let event = signalEvent() ?? keyEvent() { return event }
      let (time, isPatience) = timeToWait(until: deadline)
      let found = cnc_wait(wake, Int32(wake.count), time)
      if found & UInt32(CNC_SIGNAL) != 0 { continue }
      if found & UInt32(CNC_INPUT) != 0 {
        guard read() else { return .hangUp }
        continue
      }
      if found & UInt32(CNC_HANGUP) != 0 { return .hangUp }
      if found & UInt32(CNC_WAKE) != 0 { return .woken }
      if found == 0 {
        guard isPatience else { return .tick }
        keys.giveUpWaiting()
      }
    }
  }
}

extension NcursesDevice {
  private static func open() throws(TerminalError) -> (terminal: String, depth: ColourDepth) {
    guard isatty(STDIN_FILENO) != 0, isatty(STDOUT_FILENO) != 0 else { throw .notATerminal }
    let terminal = environment("TERM") ?? ""
    let colours = cnc_colours_of(terminal)
    if terminal.isEmpty || colours == CNC_UNKNOWN { throw .unknownTerminal(name: terminal) }
    if colours == CNC_TOO_SIMPLE { throw .terminalTooSimple(name: terminal) }

    let direct = ColourDepth.directNames(for: terminal).first { cnc_colours_of($0) >= 1 << 24 }
    let wishes = ["NO_COLOR", "COLORTERM"].map { ($0, environment($0) ?? "") }
    let depth = ColourDepth.best(
      environment: Dictionary(uniqueKeysWithValues: wishes), colours: Int(colours),
      hasDirectEntry: direct != nil)
    let needsDirect = depth == .trueColour && colours < 1 << 24
    let error = cnc_open(needsDirect ? direct ?? terminal : terminal)
    guard error == 0 else {
      throw error == ENOTTY ? .notATerminal : .couldNotOpen(errno: error)
    }
    return (terminal, depth)
  }

  private static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// What the signals that have come mean; nil when there is none to tell of.
  private mutating func signalEvent() -> TerminalEvent? {
    while true {
      switch cnc_take_signal() {
      case 0: return nil
      case SIGWINCH:
        cnc_fit()
        screen.forget()
        return .resized
      case SIGTSTP:
        cnc_stop()
        screen.forget()
        return .resume
      case SIGCONT:
        // After a stop that could not be caught, somebody else has used the terminal.
        cnc_suspend()
        resume()
        return .resume
      case let signal: return .terminate(signal: signal)
      }
    }
  }

  private mutating func keyEvent() -> TerminalEvent? {
    guard let event = keys.next() else { return nil }
    guard case .mouse(let mouse) = event else { return event }
    return .mouse(clicks.read(mouse, at: cnc_milliseconds()))
  }

  /// Milliseconds, -1 for ever; and whether that is only the wait for the rest of a sequence.
  private func timeToWait(until deadline: Int64?) -> (Int32, isPatience: Bool) {
    let left = deadline.map { Int32(clamping: max(0, $0 - cnc_milliseconds())) }
    guard keys.isWaiting else { return (left ?? -1, false) }
    guard let left, left < keys.patience else { return (keys.patience, true) }
    return (left, false)
  }

  /// Feeds what was typed to the decoder; false when the terminal is gone.
  private mutating func read() -> Bool {
    var count: Int64 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, initialized in
      count = buffer.baseAddress.map { cnc_read($0, buffer.count) } ?? -1
      initialized = Int(max(0, count))
    }
    keys.feed(bytes)
    return count != 0
  }
}
