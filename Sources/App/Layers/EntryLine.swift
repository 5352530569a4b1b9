package import Model
internal import Terminal
internal import Vietnamese

/// The quick-add line: what is typed, what is kept from the line before, what was added.
package struct EntryLine: Equatable, Sendable {
  /// One record that was made in this sitting.
  package struct Added: Equatable, Sendable {
    package var key: String
    package var code: String
    package var title: String
  }

  package var field = TextField()
  package var defaults = QuickAddDefaults()
  package var completion: EntryCompletion?
  /// Lines that were entered, the newest last.
  package private(set) var history: [String] = []
  package private(set) var added: [Added] = []
  /// Reads lines; nil until the line was opened once.
  package private(set) var quickAdd: QuickAdd?
  /// What is typed comes to.
  package private(set) var reading: QuickAddReading?
  package private(set) var calendar = WorkingCalendar()
  /// What is to be done when lines can be read, after the line was opened; nil when they can.
  var waiting: Waiting?
  /// Whether Enter was pressed on what cannot be made yet.
  package var hasTried = false
  /// The place in ``history``; nil on the line of one's own, kept in `draft`.
  private var place: Int?
  private var draft = ""
  /// The line on its way to the disk, with the defaults before it.
  private var sent: (line: String, defaults: QuickAddDefaults)?
  /// A session on its way, or made just now: the next lines are of it.
  private var newSession: NewSession?

  struct Waiting: Equatable {
    /// Whether the line is another one than when it was opened.
    var hasTyped = false
    /// The key that needs it: Enter or Tab.
    var key: KeyPress?
  }

  private enum NewSession: Equatable {
    case onItsWay
    case made(key: String)
  }

  package init() {}

  package static func == (one: Self, other: Self) -> Bool {
    one.field == other.field && one.defaults == other.defaults
      && one.completion == other.completion && one.history == other.history
      && one.added == other.added && one.quickAdd == other.quickAdd
      && one.calendar == other.calendar && one.waiting == other.waiting
      && one.hasTried == other.hasTried
      && one.place == other.place && one.draft == other.draft
      && one.newSession == other.newSession && one.sent?.line == other.sent?.line
      && one.sent?.defaults == other.sent?.defaults
  }

  /// Reads the line anew, once a key and not once a picture.
  mutating func refresh() {
    let calendar = calendar
    reading = quickAdd?.read(field.text, defaults: defaults) { calendar.isWorked(Day($0)) }
  }

  package var isBlank: Bool { !field.text.contains { !$0.isWhitespace } }

  // MARK: - What changes it

  /// A register of one province is what new records are of.
  mutating func take(_ quickAdd: QuickAdd, _ calendar: WorkingCalendar, profile: RegisterProfile) {
    (self.quickAdd, self.calendar) = (quickAdd, calendar)
    if defaults.province == nil { defaults.province = EntryLine.only(profile) }
    if case .made(let key) = newSession {
      defaults.session = quickAdd.sessions.first { $0.key == key } ?? defaults.session
      newSession = nil
    }
    refresh()
  }

  private static func only(_ profile: RegisterProfile) -> String? {
    profile.provinces.count == 1 ? profile.provinces.first : nil
  }

  /// What was typed goes to the disk; the next line begins with what it said.
  mutating func send(_ reading: QuickAddReading) {
    sent = (field.text, defaults)
    if history.last != field.text { history.append(field.text) }
    keep(reading)
    if reading.draft.isSession { newSession = .onItsWay }
    clear()
  }

  /// A line without a title says what the next begin with.
  mutating func takeHeader(_ reading: QuickAddReading) {
    if history.last != field.text { history.append(field.text) }
    keep(reading)
    clear()
    refresh()
  }

  /// What is entered now would not be of the session that is being made.
  var isMakingSession: Bool { newSession != nil }

  private mutating func clear() {
    field = TextField()
    (place, draft, hasTried, completion) = (nil, "", false, nil)
  }

  /// Keeps for the next line what was typed in this one.
  private mutating func keep(_ reading: QuickAddReading) {
    let draft = reading.draft
    defaults.province = draft.province
    defaults.category = draft.category
    defaults.sources = draft.sources
    let typed = Set(reading.facts.filter { $0.origin == .typed }.map(\.field))
    if typed.contains(.kind) { defaults.kind = draft.kind }
    if typed.contains(.kind) || typed.contains(.direction) {
      defaults.direction = draft.direction
    }
    if typed.contains(.session), !draft.isSession {
      defaults.session = quickAdd?.sessions.first { $0.key == draft.session }
    }
  }

  /// Nothing is kept any more but the only province there is.
  mutating func clearDefaults(_ profile: RegisterProfile) {
    defaults = QuickAddDefaults()
    defaults.province = EntryLine.only(profile)
  }

  var keepsSomething: Bool { defaults != QuickAddDefaults() }

  mutating func note(_ records: [Record]) {
    sent = nil
    if newSession == .onItsWay, let made = records.first {
      newSession = made.fields[.session].text == made.key ? .made(key: made.key) : nil
    }
    for record in records {
      added.append(
        Added(key: record.key, code: record.code, title: record.fields[.title].text ?? ""))
    }
  }

  /// The line could not be stored: it is there again, unless another was begun.
  mutating func takeBack() {
    newSession = nil
    guard let sent else { return }
    self.sent = nil
    guard isBlank else { return }
    field = TextField(sent.line)
    defaults = sent.defaults
    refresh()
  }

  /// What was taken back is not among what was added.
  mutating func forget(_ records: [Record]) {
    let gone = Set(records.filter { !$0.fields[.binned].isEmpty }.map(\.key))
    added.removeAll { gone.contains($0.key) }
    if let key = defaults.session?.key, gone.contains(key) {
      defaults.session = nil
      refresh()
    }
  }

  /// Up and down through what was entered; the line of one's own is kept.
  mutating func recall(_ step: Int) {
    guard !history.isEmpty else { return }
    let now = place ?? history.count
    let next = max(0, min(history.count, now + step))
    guard next != now else { return }
    if place == nil { draft = field.text }
    place = next == history.count ? nil : next
    field = TextField(place.map { history[$0] } ?? draft)
    (completion, hasTried) = (nil, false)
  }
}

/// What may stand for the word before the cursor.
package struct EntryCompletion: Equatable, Sendable {
  package struct Option: Equatable, Sendable {
    /// What is put into the line.
    package var text: String
    /// What it stands for.
    package var label: String
  }

  /// The characters it replaces.
  package var range: Range<Int>
  package var options: [Option]
  /// The option that stands in the line; nil until Tab is pressed.
  package var chosen: Int?
}
