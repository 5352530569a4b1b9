package import Model
internal import Terminal
package import Vietnamese

/// The letters of one day as text: the drafts, what is ours, and what is left out and why; the one
/// wording for screen and command. Story S4.
package struct LettersText: Sendable {
  private let register: Register
  private let today: Day
  private let language: Language
  private let isWorked: @Sendable (Day) -> Bool?
  private let dates: DeadlineText

  package init(
    _ register: Register, today: Day, language: Language,
    isWorked: @escaping @Sendable (Day) -> Bool?
  ) {
    self.register = register
    self.today = today
    self.language = language
    self.isWorked = isWorked
    dates = DeadlineText(language)
  }

  /// The ministry's contact point as it is called on the day, unless the letter goes to it.
  package func copy(_ letter: LetterRound.Letter) -> String? {
    let contact = register.registry.unit(register.profile.contactMinistry, on: today)?.id
    return contact == letter.to ? nil : contact
  }

  /// When the next letter is due, if there is no answer.
  package func next(after letter: LetterRound.Letter) -> Day {
    register.profile.ladder.dayAfterLetter(
      letter.items.map(\.reminder).min() ?? 1, sentOn: today, isWorked: isWorked)
  }

  /// `3 công văn, 5 mục`.
  package static func count(_ round: LetterRound) -> Words {
    count(round.letters)
  }

  package static func count(_ letters: [LetterRound.Letter]) -> Words {
    let (letters, items) = (letters.count, letters.reduce(0) { $0 + $1.count })
    return Words(
      "\(letters) công văn đôn đốc, \(items) mục",
      "\(letters) letter\(letters == 1 ? "" : "s"), \(items) record\(items == 1 ? "" : "s")")
  }

  /// The whole letters as drafts, or only what would be in them.
  package func lines(_ round: LetterRound, isDraft: Bool) -> [String] {
    var lines: [String] = []
    for letter in round.letters {
      lines += self.lines(of: letter)
      if isDraft { lines += ["————", ""] }
    }
    if round.letters.isEmpty { lines += [CommandWords.noLetters(language), ""] }
    if !round.own.isEmpty {
      lines.append(CommandWords.ownList(language))
      for own in round.own {
        lines.append("  \(own.code)  " + dates.full(.overdue(days: own.days)))
      }
      lines.append("")
    }
    if !isDraft { lines += leftOut(round) }
    return lines.map { TextWidth.harmless($0) }
  }

  /// So many of the first lines, of letters that have as many items between them or all there are.
  package func beginning(_ letters: [LetterRound.Letter], atMost most: Int) -> [String] {
    var lines: [String] = []
    for letter in letters where lines.count < most { lines += self.lines(of: letter) }
    return lines.prefix(most).map { TextWidth.harmless($0) }
  }

  private func lines(of letter: LetterRound.Letter) -> [String] {
    let text = LetterText(register.registry, language)
    let validity = ValidityText(register.registry, language: language, on: today)
    let next = next(after: letter)
    var lines = text.lines(letter, copy: copy(letter), today: today, next: next) { title($0) }
    lines.append(CommandWords.nextReminder(dates.day(next))(language))
    if let warning = validity.warning(letter.to) { lines.append("! " + warning) }
    return lines + [""]
  }

  private func title(_ item: LetterRound.Item) -> String {
    register.row(at: item.place).map { chunk, row in chunk.title(row) } ?? ""
  }

  /// One line a reason.
  private func leftOut(_ round: LetterRound) -> [String] {
    guard !round.left.isEmpty else { return [] }
    var reasons: [String] = []
    var codes: [String: [String]] = [:]
    for left in round.left {
      let reason = left.reason.words(language)
      if codes[reason] == nil { reasons.append(reason) }
      codes[reason, default: []].append(left.code)
    }
    return [CommandWords.leftOut(language)]
      + reasons.map { "  \($0): " + (codes[$0] ?? []).joined(separator: ", ") }
  }
}
