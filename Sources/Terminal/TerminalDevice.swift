/// A screen and a keyboard: the real ones, or scripted ones in a test.
package protocol TerminalDevice: ~Copyable {
  /// The size now, in cells.
  var size: Size { get }

  /// How many colours the screen can show.
  var colourDepth: ColourDepth { get }

  /// Whether the screen shows more than ASCII; where it does not, stand-ins are shown.
  var isUnicode: Bool { get }

  /// Shows `canvas`, and the cursor at `cursor`, or no cursor.
  mutating func present(_ canvas: Canvas, cursor: Point?)

  /// Waits for the next thing to happen.
  ///
  /// - Parameters:
  ///   - wake: File descriptors that end the wait when they can be read; they are not read here.
  ///   - milliseconds: The longest wait; nil waits for ever.
  /// - Returns: What happened first; ``TerminalEvent/tick`` at the end of the time.
  mutating func nextEvent(wake: [Int32], within milliseconds: Int32?) -> TerminalEvent

  /// Whether the next event is there already, so that a picture now would be seen by nobody.
  var hasNextEvent: Bool { get }

  /// Whether something was typed that was not read yet.
  var hasInput: Bool { get }

  /// Puts `text` on the clipboard, where the terminal lets a program do so (OSC 52).
  mutating func copy(_ text: String)

  /// Gives the terminal back, for a child such as an editor, until ``resume()``.
  mutating func suspend()

  /// Takes the terminal again; nothing of ours is on it, so present a canvas next.
  mutating func resume()
}

extension TerminalDevice where Self: ~Copyable {
  package var hasNextEvent: Bool { false }
  package var hasInput: Bool { false }
}

/// Why the terminal could not be had.
package enum TerminalError: Error, Equatable, Sendable {
  /// This process has the screen open already.
  case alreadyOpen
  /// Standard input or standard output is not a terminal.
  case notATerminal
  /// The terminal database does not know the name in TERM; empty when TERM is not set.
  case unknownTerminal(name: String)
  /// The terminal cannot move its cursor, as `dumb`.
  case terminalTooSimple(name: String)
  case couldNotOpen(errno: Int32)
}
