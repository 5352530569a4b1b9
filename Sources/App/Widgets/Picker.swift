package import Terminal
package import Vietnamese

/// Picks names out of a table by any part, abbreviation or initials; one of them, or several.
package struct Picker: Equatable, Sendable {
  /// Something that was, or can be, picked.
  package struct Choice: Hashable, Sendable {
    /// What the files hold: an id, a key, or the text itself.
    package var id: String
    package var name: String

    package init(id: String, name: String) {
      self.id = id
      self.name = name
    }
  }

  /// A name that may be picked, with all that it is found by.
  package struct Candidate: Equatable, Sendable {
    let choice: Choice
    let names: PickCandidate
    /// The lesser stands first among equals.
    let rank: Int

    package init(_ choice: Choice, names: PickCandidate, rank: Int = 0) {
      self.choice = choice
      self.names = names
      self.rank = rank
    }
  }

  /// What a key came to.
  package enum Answer: Equatable, Sendable {
    /// The key did something here.
    case used
    /// What is chosen is another now.
    case chosen
    /// The key means nothing here.
    case unused
  }

  package private(set) var candidates: [Candidate]
  package let takesSeveral: Bool
  /// Whether words that are no candidate's may stand.
  package let takesFreeText: Bool
  package private(set) var field = TextField()
  package private(set) var chosen: [Choice]
  /// What fits the words typed, the best first; worked out when they change.
  package private(set) var suggestions: [Choice] = []
  package private(set) var cursor = 0
  /// Which of those chosen is to be taken off, where several are.
  package private(set) var chip: Int?
  /// Whether the person has gone to a suggestion with the arrows.
  private var isPointing = false

  package static let mostSuggestions = 6

  package init(
    _ candidates: [Candidate] = [], chosen: [Choice] = [], takesSeveral: Bool = false,
    takesFreeText: Bool = false
  ) {
    self.candidates = candidates
    self.chosen = chosen
    self.takesSeveral = takesSeveral
    self.takesFreeText = takesFreeText
    if !takesSeveral, let only = chosen.first { field = TextField(only.name) }
  }

  /// The ids chosen.
  package var ids: [String] { chosen.map(\.id) }

  /// What is chosen, as it is shown in one line.
  package var text: String {
    takesSeveral ? chosen.map(\.name).joined(separator: ", ") : field.text
  }

  /// Gives it its candidates, when it is about to be used.
  package mutating func load(_ candidates: [Candidate]) {
    self.candidates = candidates
    if isOpen { refresh() }
  }

  /// Whether a suggestion is marked, which Tab takes.
  package var marksSuggestion: Bool { !takesFreeText || isPointing }

  /// Whether there are words that nothing was picked for.
  package var isOpen: Bool {
    field.text.contains { !$0.isWhitespace } && (takesSeveral || chosen.first?.name != field.text)
  }

  /// Whether Enter and Tab would pick something.
  package var canTake: Bool { isOpen && (takesFreeText || !suggestions.isEmpty) || isPointing }

  /// Shows every candidate before anything is typed.
  package mutating func showAll() { refresh(showingAll: true) }

  // MARK: - Keys

  package mutating func press(
    _ key: KeyPress, _ typing: Composer.Method, tones: Composer.Tones = .old
  ) -> Answer {
    if let answer = pressAmongChips(key) { return answer }
    switch key {
    case .down, .control("n"), .control(" "):
      if suggestions.isEmpty && key != .down {
        refresh(showingAll: true)
        isPointing = !suggestions.isEmpty
        return .used
      }
      return point(1)
    case .up, .control("p"): return point(-1)
    case .tab, .enter: return take() ? .chosen : .unused
    case .character(","), .character(";"):
      if takesSeveral { return isOpen && take() ? .chosen : .used }
    case .backspace, .control("h"):
      if takesSeveral, field.isEmpty {
        guard chosen.popLast() != nil else { return .used }
        refresh()
        return .chosen
      }
    case .character, .control, .alt, .left, .right, .home, .end, .pageUp, .pageDown, .insert,
      .delete, .backTab, .escape, .function:
      break
    }
    let before = field.characters
    guard field.press(key, typing, tones: tones) else { return .unused }
    guard field.characters != before else { return .used }
    return typed()
  }

  /// Goes along those chosen and takes them off; nil where the key is for the words typed.
  private mutating func pressAmongChips(_ key: KeyPress) -> Answer? {
    let at = chip
    chip = nil
    guard takesSeveral, field.isEmpty, !chosen.isEmpty else { return nil }
    switch key {
    case .left: chip = max(0, (at ?? chosen.count) - 1)
    case .right:
      guard let at else { return nil }
      chip = at + 1 < chosen.count ? at + 1 : nil
    case .backspace, .delete, .control("h"):
      guard let at else { return nil }
      chosen.remove(at: at)
      chip = chosen.isEmpty ? nil : min(at, chosen.count - 1)
      refresh()
      return .chosen
    case .character, .control, .alt, .up, .down, .home, .end, .pageUp, .pageDown, .insert, .enter,
      .tab, .backTab, .escape, .function:
      return nil
    }
    return .used
  }

  /// Gives those chosen other ids or names; of two with the same id the first stays.
  mutating func rename(_ new: (Choice) -> Choice) {
    var ids: Set<String> = []
    chosen = chosen.map(new).filter { ids.insert($0.id).inserted }
  }

  /// Puts pasted words in; gives the bytes there was no room for.
  package mutating func insert(_ text: String) -> Int {
    let left = field.insert(text)
    _ = typed()
    return left
  }

  private mutating func typed() -> Answer {
    refresh()
    guard !takesSeveral else { return .used }
    let was = chosen
    if chosen.first?.name != field.text { chosen = [] }
    return chosen == was ? .used : .chosen
  }

  private mutating func point(_ step: Int) -> Answer {
    guard !suggestions.isEmpty else { return .unused }
    // Free words stand until somebody points: then the first is pointed at.
    let next = takesFreeText && !isPointing && step > 0 ? 0 : cursor + step
    guard suggestions.indices.contains(next) else { return .unused }
    cursor = next
    isPointing = true
    return .used
  }

  /// Takes the suggestion that is marked, else the words themselves where they may stand.
  ///
  /// Free words win over a suggestion that only contains them, unless the person pointed at it.
  @discardableResult
  package mutating func take() -> Bool {
    field.finishWord()
    let text = field.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard isOpen || isPointing else { return false }
    let marked = suggestions.indices.contains(cursor) ? suggestions[cursor] : nil
    let isFree = takesFreeText && !isPointing && marked.map { !Picker.isSame($0, text) } ?? true
    guard let choice = isFree ? (takesFreeText ? Choice(id: text, name: text) : nil) : marked
    else { return false }
    if takesSeveral {
      if !chosen.contains(where: { $0.id == choice.id }) { chosen.append(choice) }
      field = TextField()
    } else {
      chosen = [choice]
      field = TextField(choice.name)
    }
    suggestions = []
    (cursor, isPointing) = (0, false)
    return true
  }

  private static func isSame(_ choice: Choice, _ text: String) -> Bool {
    Folding.words(choice.name) == Folding.words(text)
  }

  // MARK: - Suggestions

  /// How it fits first, then what is nearer to the record.
  private static func order(_ found: (Candidate, PickMatch)) -> (Int, Int, Int) {
    (found.1.kind.rawValue, found.1.firstWord, found.0.rank)
  }

  /// The candidates that fit, the best first. Linear in the candidates.
  mutating func refresh(showingAll: Bool = false) {
    (cursor, isPointing) = (0, false)
    guard showingAll || !field.isEmpty else {
      suggestions = []
      return
    }
    let query = PickQuery(showingAll ? "" : field.text)
    let taken = Set(takesSeveral ? ids : [])
    let fitting = candidates.compactMap { candidate -> (Candidate, PickMatch)? in
      guard !taken.contains(candidate.choice.id) else { return nil }
      return candidate.names.match(query).map { (candidate, $0) }
    }
    suggestions =
      fitting.sorted { one, other in
        Picker.order(one) == Picker.order(other)
          ? (one.1.untyped, one.0.choice.name) < (other.1.untyped, other.0.choice.name)
          : Picker.order(one) < Picker.order(other)
      }
      .prefix(Picker.mostSuggestions).map(\.0.choice)
  }
}
