package import Model
package import Terminal
package import Vietnamese

/// The panes of the main screen.
package enum Pane: Int, CaseIterable, Sendable {
  case views, list, detail
}

/// Everything the screen depends on. Two equal states draw the same picture.
package struct AppState: Equatable, Sendable {
  package var register: Register
  package var context: QueryContext
  package var language: Language
  package var theme: Theme
  package var keymap: Keymap
  package var size: Size
  /// Whether the terminal shows more than ASCII.
  package var isUnicode = true
  /// How keystrokes become Vietnamese in text fields.
  package var typing = Composer.Method.off
  package var tones = Composer.Tones.old
  /// What outlives the program: histories, and what was chosen by key.
  package var remembered = RememberedState()
  /// Which days are worked, as far as that is known.
  package var calendar = WorkingCalendar()
  /// The view and the order a person's settings begin with.
  package var start = StartingView()

  package var views = ViewsPane()
  package var list = ListPane()
  package var detail = DetailPane()
  package var focus = Pane.list
  package var isZoomed = false
  /// What stands over the panes; the last is on top and hears the keys.
  package var layers: [Layer] = []
  /// The quick-add line, also while it is closed: what is half typed is not lost.
  package var entry = EntryLine()
  /// Who is waited for, by the registry's names; made when a record needs it first.
  var waited: WaitedFor?
  /// The queue of triage that was left, to go on with.
  package var leftTriage: TriageScreen?
  /// What the screens that count know of each file.
  package internal(set) var standing = StandingCounts()
  /// By which titles are compared; kept from the first time that is asked.
  var titles: TitleSample?
  /// Keys of a sequence that is not whole yet.
  package var prefix: [KeyPress] = []
  /// Turns what a Vietnamese input method sends back into keys, where no text is typed.
  package var inputMethod: InputMethodKeys
  package var notice: Notice?
  /// How often marks were set or taken away.
  var markings = 0
  /// The change made last, which `.` does again.
  package var lastAction: Action?
  package var problems: [RegisterProblem] = []
  /// The local time of the last save.
  package var savedAt: String?
  package var isLoading = true
  /// Whether the list has rows for all of the screen.
  package var isScreenFull: Bool { list.arrangement.rows.count >= size.rows }
  /// Where the time machine stands; nil for the register as it is.
  package var past: PastView?

  package init(
    register: Register, context: QueryContext, language: Language, theme: Theme,
    size: Size, keymap: Keymap = .standard, inputMethod method: InputMethodKeys.Method? = nil
  ) {
    self.register = register
    self.context = context
    self.language = language
    self.theme = theme
    self.keymap = keymap
    inputMethod = InputMethodKeys(method: method, bound: keymap.characters)
    self.size = size
  }
}

/// Something said once at the bottom, until the next key.
package struct Notice: Equatable, Sendable {
  package enum Tone: Equatable, Sendable {
    case plain, good, bad
  }

  package var text: String
  package var tone: Tone

  package init(_ text: String, _ tone: Tone = .plain) {
    self.text = text
    self.tone = tone
  }
}

extension AppState {
  package var today: Day { context.today }

  /// The place of the record in hand: the one a screen shows, else the row the cursor is on.
  package var selectedPlace: RowPlace? {
    if let screen = layers.last(where: \.isScreen)?.screen { return screen.place(in: register) }
    return list.arrangement.rows.indices.contains(list.cursor)
      ? list.arrangement.rows[list.cursor] : nil
  }

  /// The record in hand, if it was read.
  package var selectedRecord: Record? {
    guard let place = selectedPlace, let (chunk, row) = register.row(at: place),
      let record = detail.record, record.key == chunk.key(row)
    else { return nil }
    return record
  }

  package mutating func say(_ words: Words, _ tone: Notice.Tone = .plain) {
    notice = Notice(words(language), tone)
  }
}
