/// Letters an input method took back, and what it has sent in their place so far.
struct InputMethodChange: Equatable, Sendable {
  typealias Letter = InputMethodLetter

  /// What the person did, as far as the letters tell.
  enum Guess: Equatable, Sendable {
    case mark(Letter.Mark, on: Letter)
    /// A tone was set; the level one: taken away.
    case tone(Letter.Tone)
    /// The key stands there as it was pressed. Whether it took back its own mark or tone.
    case literal(Character, isUndo: Bool)
    /// No key: the program corrected itself.
    case nothing
    /// No input method: the letters were taken back and typed by the person.
    case typed
  }

  enum Verdict: Equatable, Sendable {
    /// More letters are to come.
    case unfinished
    /// What it is if no more letters come.
    case open(Guess)
    case settled(Guess)
    /// The last letter does not belong to it.
    case foreign
  }

  let method: InputMethodKeys.Method
  /// The letter that stays, before those taken back.
  let before: Letter?
  /// In the order of the screen, never empty.
  var removed: [Letter]
  var received: [Letter] = []
  /// The keys `removed` was made of, when the rest of the word is as it was typed.
  var pressed: [Character]

  var verdict: Verdict {
    if let key = undoneKey { return .settled(.literal(key, isUndo: true)) }
    if removed.count == 2, received.count == 1, removed[1] == received[0],
      removed[0].isUndone(as: received[0])
    {
      // The same by a program that lets the key through first.
      return .settled(.nothing)
    }
    let isSame = zip(removed, received).allSatisfy { $0.isSame(butForMarksAs: $1) }
    let verdict = isSame ? recomposition : .foreign
    guard verdict == .foreign, pressed.starts(with: received.map(\.bare)),
      received.allSatisfy(\.isPlain)
    else { return verdict }
    // A word that cannot be Vietnamese is put back as it was typed.
    return received.count < pressed.count ? .unfinished : .settled(.nothing)
  }

  /// `ww`, `[[` and `]]`: the letter becomes the key.
  private var undoneKey: Character? {
    guard received.count == removed.count, received.dropLast() == removed.dropLast(),
      let old = removed.last, let key = received.last, old.isUndone(as: key)
    else { return nil }
    return key.bare
  }
}

extension InputMethodChange {
  private var pairs: [(old: Letter, new: Letter)] {
    zip(removed, received).map { (old: $0, new: $1) }
  }

  /// The tone of the syllable, which has at most one.
  private static func tone(of letters: ArraySlice<Letter>) -> Letter.Tone {
    letters.last { $0.tone != .level }?.tone ?? .level
  }

  /// The same letters with other marks, perhaps with one more at the end.
  private var recomposition: Verdict {
    guard received.count >= removed.count else {
      return isLateCorrection ? .settled(.nothing) : .unfinished
    }
    let extra = received.count > removed.count ? received.last : nil
    guard received.count <= removed.count + 1 else { return .foreign }
    if let gained = pairs.last(where: { $0.mark != $1.mark && $1.mark != .none })?.new {
      return gain(gained, extra)
    }
    let (old, new) = (
      InputMethodChange.tone(of: removed[...]),
      InputMethodChange.tone(of: received[..<removed.count])
    )
    if new != old, new != .level { return extra == nil ? .settled(.tone(new)) : .foreign }
    let lost = pairs.last { $0.mark != $1.mark }?.old
    if new != old || lost != nil { return loss(of: new != old ? old : nil, lost, extra) }
    if let extra { return .settled(.literal(extra.bare, isUndo: false)) }
    // The tone moves for a letter that follows; or all is as it was.
    if removed != received { return .open(.nothing) }
    return removed.count == 1 ? .settled(.typed) : .open(.typed)
  }

  /// Whether *uơ* or *ưo* became *ươ*, as they do by themselves before some letters.
  private var isPairCompleted: Bool {
    let letters = (before.map { [(old: $0, new: $0)] } ?? []) + pairs
    return zip(letters, letters.dropFirst()).contains { first, second in
      first.old.base == "u" && second.old.base == "o"
        && (first.old.mark == .horn) != (second.old.mark == .horn)
        && first.new.mark == .horn && second.new.mark == .horn
    }
  }

  /// A mark more. Where a letter that follows may have set it, that shorter reading is taken:
  /// *ươn* of *ưo* is the same bytes whether `n` was pressed or `w` and `n`.
  private func gain(_ gained: Letter, _ extra: Letter?) -> Verdict {
    let isCompleted = isPairCompleted
    guard let extra else {
      let guess = Guess.mark(gained.mark, on: gained)
      return isCompleted ? .open(guess) : .settled(guess)
    }
    guard isCompleted, extra.isPlain, "cimnptu".contains(extra.base) else { return .foreign }
    return .settled(.literal(extra.bare, isUndo: false))
  }

  /// A tone or a mark less: undone by its own key, which then stands there; moved to the next
  /// letter; or taken away.
  private func loss(of tone: Letter.Tone?, _ marked: Letter?, _ extra: Letter?) -> Verdict {
    guard let extra else {
      return .open(.tone(.level))
    }
    switch (tone, marked) {
    case (let tone?, nil):
      if extra.tone == tone { return .settled(.literal(key(giving: extra), isUndo: false)) }
      guard extra.isPlain, extra.base == tone.telexKey || extra.base == tone.vniKey else {
        return .foreign
      }
    case (nil, let marked?):
      guard extra.isPlain, InputMethodChange.keys(for: marked).contains(extra.base) else {
        return .foreign
      }
    default: return .foreign
    }
    return .settled(.literal(extra.bare, isUndo: true))
  }

  /// The key of a letter that was not there before.
  private func key(giving letter: Letter) -> Character {
    guard letter.mark == .horn else { return letter.bare }
    if letter.base == "o" { return letter.isUpper ? "{" : "[" }
    let takesHorn = removed.contains { "aou".contains($0.base) }
    return takesHorn ? (letter.isUpper ? "}" : "]") : letter.cased("w")
  }

  /// The key was let through first and taken back with the letter it changed.
  private var isLateCorrection: Bool {
    guard received.count == removed.count - 1, let key = removed.last, key.isPlain,
      let (old, new) = pairs.last(where: { $0 != $1 }),
      key.base.isNumber == (method == .vni)
    else { return false }
    return old.mark != new.mark
      ? InputMethodChange.keys(for: new).contains(key.base)
      : new.tone.telexKey == key.base || new.tone.vniKey == key.base
  }

  /// The Telex and VNI keys that set the mark of a letter.
  private static func keys(for letter: Letter) -> [Character] {
    switch letter.mark {
    case .none: []
    case .circumflex: [letter.base, "6"]
    case .breve: ["w", "8"]
    case .horn: ["w", "7"]
    case .stroke: ["d", "9"]
    }
  }
}
