package import Terminal

/// A terminal with nobody at it: gives the events it was given, then ctrl-c, and keeps each canvas.
package struct ScriptedDevice: TerminalDevice {
  package private(set) var canvases: [Canvas] = []
  package private(set) var cursors: [Point?] = []
  package private(set) var suspensions = 0
  package private(set) var resumptions = 0
  package private(set) var copied: [String] = []
  package private(set) var size: Size
  package let colourDepth: ColourDepth
  package let isUnicode: Bool
  private var script: ArraySlice<Step>

  /// One thing of the script.
  package enum Step: Sendable {
    case event(TerminalEvent)
    /// The terminal takes this size, and says so.
    case resize(Size)
  }

  package init(
    _ script: [Step], size: Size, colourDepth: ColourDepth = .trueColour, isUnicode: Bool = true
  ) {
    self.script = script[...]
    self.size = size
    self.colourDepth = colourDepth
    self.isUnicode = isUnicode
  }

  /// A script of nothing but keys.
  package init(keys: [KeyPress], rows: Int, columns: Int) {
    self.init(keys.map { .event(.key($0)) }, size: Size(rows: rows, columns: columns))
  }

  package mutating func present(_ canvas: Canvas, cursor: Point?) {
    canvases.append(canvas)
    cursors.append(cursor)
  }

  package mutating func nextEvent(
    wake: [Int32], within milliseconds: Int32?
  ) -> TerminalEvent {
    switch script.popFirst() {
    case .event(let event): return event
    case .resize(let size):
      self.size = size
      return .resized
    case nil: return .key(.control("c"))
    }
  }

  package mutating func copy(_ text: String) { copied.append(text) }
  package mutating func suspend() { suspensions += 1 }
  package mutating func resume() { resumptions += 1 }
}
