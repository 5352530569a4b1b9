/// What can happen at a terminal.
package enum TerminalEvent: Hashable, Sendable {
  case key(KeyPress)
  /// Text that came in one piece; line ends are `\n`, and control characters are kept as data.
  ///
  /// A paste longer than ``KeyDecoder/longestPaste`` comes as several.
  case paste(String)
  case mouse(MouseEvent)
  /// The size changed; ``TerminalDevice/size`` is the new one, and nothing is shown any more.
  case resized
  /// A descriptor to wake for can be read. Its owner reads it, or the next wait ends at once.
  case woken
  /// The terminal is gone.
  case hangUp
  /// The signal with this number asks the program to end.
  case terminate(signal: Int32)
  /// The terminal is ours again after the program was stopped; nothing is shown any more.
  case resume
  /// The time to wait is over.
  case tick
}

/// A button or the wheel, at a cell.
package struct MouseEvent: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case press, double, release, wheelUp, wheelDown
  }

  package enum Button: Hashable, Sendable {
    case left, middle, right
    /// The wheel, or a release of which the terminal does not say the button.
    case none
  }

  package let kind: Kind
  package let button: Button
  package let point: Point

  package init(_ kind: Kind, button: Button = .none, at point: Point) {
    self.kind = kind
    self.button = button
    self.point = point
  }

  package var row: Int { point.row }
  package var column: Int { point.column }
}
