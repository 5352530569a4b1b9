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
    let (letters, items) = (round.letters.count, round.letters.reduce(0) { $0 + $1.items.count })
    return Words(
      "\(letters) công văn đôn đốc, \(items) mục",
      "\(letters) letter\(letters == 1 ? "" : "s"), \(items) record\(items == 1 ? "" : "s")")
  }

  /// The whole letters as drafts, or only what would be in them.
  package func lines(_ round: LetterRound, isDraft: Bool) -> [String] {
    let text = LetterText(register.registry, language)
    let validity = ValidityText(register.registry, language: language, on: today)
    var lines: [String] = []
    for letter in round.letters {
      let next = next(after: letter)
      lines += text.lines(letter, copy: copy(letter), today: today, next: next) { title($0) }
      lines.append(CommandWords.nextReminder(dates.day(next))(language))
      if let warning = validity.warning(letter.to) { lines.append("! " + warning) }
      lines.append("")
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
