internal import Model
internal import Terminal
internal import Vietnamese

/// The letters that the records shown come to, to be worked out whole.
package struct LettersQuestion: Equatable, Sendable {
  private let register: Register
  private let context: QueryContext
  private let places: [RowPlace]
  private let calendar: WorkingCalendar
  private let language: Language
  private let size: Size

  package init(_ state: AppState) {
    (register, context) = (state.register, state.context)
    places = state.shownOnce
    (calendar, language, size) = (state.calendar, state.language, state.size)
  }

  /// More than are worked out on the way of a key.
  var isLong: Bool { places.count > LettersQuestion.mostAtOnce }

  private static let mostAtOnce = 2000

  private var text: LettersText {
    LettersText(
      register, today: context.today, language: language,
      isWorked: { [calendar] in calendar.isWorked($0) })
  }

  /// The whole paper. 0.2 s for 100 000 records.
  package func answer() -> DraftLayer {
    let round = LetterRound(places, in: register, context: context)
    var draft = DraftLayer(
      title: LettersText.count(round), lines: text.lines(round, isDraft: false))
    draft.toRecord = round.letters.flatMap(\.items).compactMap { item in
      register.row(at: item.place).map { chunk, row in
        RecordAddress(slot: Int(item.place.slot), key: chunk.key(row))
      }
    }
    draft.lay(in: size)
    return draft
  }

  /// Its first pages.
  package func beginning() -> DraftLayer {
    let most = size.rows * 3
    let letters = LetterRound.beginnings(places, in: register, context: context, items: most)
    var draft = DraftLayer(
      title: LettersText.count(letters), lines: text.beginning(letters, atMost: most))
    draft.unfinished = self
    draft.lay(in: size)
    return draft
  }
}

extension AppState {
  /// The letters that the records shown come to: the first pages at once, of many the rest a moment
  /// later.
  mutating func openLetters() -> [Effect] {
    let question = LettersQuestion(self)
    guard question.isLong else {
      layers.append(.draft(question.answer()))
      return []
    }
    layers.append(.draft(question.beginning()))
    return [.writeLetters(question)]
  }

  /// The rest of a paper is there; it may be closed by now, or finished.
  mutating func take(_ whole: DraftLayer, of question: LettersQuestion) -> [Effect] {
    let waiting = layers.lastIndex { layer in
      if case .draft(let draft) = layer { draft.unfinished == question } else { false }
    }
    if let waiting, case .draft(let draft) = layers[waiting] {
      layers[waiting] = .draft(draft.finished(by: whole, in: size))
    }
    return []
  }
}

extension DraftLayer {
  /// The whole paper, at the place where this one stands.
  func finished(by whole: DraftLayer, in size: Size) -> DraftLayer {
    var whole = whole
    whole.top = top
    whole.lay(in: size)
    return whole
  }

  /// Whether a key asks for more of the paper than is there.
  func needsRest(for key: KeyPress, in size: Size) -> Bool {
    guard unfinished != nil else { return false }
    let page = height(in: size)
    let below = wrapped(in: size).count - page - top
    switch key {
    case .down, .character("j"), .control("n"): return below < 1
    case .pageDown, .character(" "), .control("f"): return below < page
    case .end, .character("G"), .character("y"), .enter: return true
    case .character, .control, .alt, .left, .right, .insert, .delete, .backspace, .tab, .backTab,
      .escape, .function, .up, .pageUp, .home:
      return false
    }
  }
}
