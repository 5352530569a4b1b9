// One sentence made into several matters. Source: domain.md §8.
extension MinutesReader {
  /// The matters of a sentence; the first has all that stands before `start` too.
  func pieces(
    _ sentence: ArraySlice<MinutesWord>, from start: Int, _ act: Act,
    _ reason: MinutesCandidate.Reason
  ) -> [MinutesCandidate] {
    var bounds = [sentence.startIndex]
    for index in sentence.indices where index > start {
      if isBoundary(sentence, at: index, since: max(bounds[bounds.count - 1], start)) { bounds.append(index) }
    }
    var candidates: [MinutesCandidate] = []
    var current = act
    var verb: [String] = []
    for (place, begin) in bounds.enumerated() {
      let end = place + 1 < bounds.count ? bounds[place + 1] : sentence.endIndex
      let piece = sentence[begin..<end]
      var from = max(begin, place == 0 ? start : begin)
      var why = place == 0 ? reason : .continues(current.cue)
      if place > 0, let found = cue(piece), let own = self.act(found, in: piece) {
        // "Bộ sẽ đồng hành…" within a sentence that orders.
        if own.score >= 55 {
          current = own
          why = .cue(own.cue)
          from = found.range.upperBound
        }
      }
      from = behindAddressee(piece, from)
      for item in items(piece, from: from) {
        candidates.append(
          candidate(
            Array(sentence[item.begin..<item.end]), titled: Array(sentence[item.title..<item.end]),
            current, why, borrowing: item.isBare ? verb : []))
        if !item.isBare { verb = firstAct(sentence[item.title..<item.end]) }
      }
    }
    return candidates
  }

  private func candidate(
    _ words: [MinutesWord], titled: [MinutesWord], _ act: Act,
    _ reason: MinutesCandidate.Reason, borrowing verb: [String]
  ) -> MinutesCandidate {
    let range = (words.first?.range.lowerBound ?? 0)..<(words.last?.range.upperBound ?? 0)
    let shown = titled.isEmpty ? words : titled
    return MinutesCandidate(
      text: MinutesText.plain(characters, range), range: range,
      title: lexicon.title(of: shown, characters: characters, borrowing: verb),
      kind: act.kind, direction: act.direction, reason: reason,
      score: score(shown, act, isBare: !verb.isEmpty))
  }

  private func score(_ words: [MinutesWord], _ act: Act, isBare: Bool) -> Int {
    var score = act.score
    if words.count < 4 && !isBare { score -= 25 }
    if MinutesLexicon.length(MinutesLexicon.purposes, words, at: 0) > 0 { score -= 40 }
    return max(0, min(100, score))
  }

  // MARK: - Where it parts

  private func isBoundary(
    _ words: ArraySlice<MinutesWord>, at index: Int, since start: Int
  ) -> Bool {
    let last = words[index - 1]
    guard last.depth == 0 else { return false }
    if last.after.contains(";") { return true }
    let link = MinutesLexicon.length(MinutesLexicon.links, words, at: index)
    let stress = MinutesLexicon.length(MinutesLexicon.stresses, words, at: index)
    guard last.hasComma || link > 0 else { return false }
    let next = index + max(link, stress)
    guard next < words.endIndex else { return false }
    // Somebody else, and what they are to do.
    if last.hasComma, let side = lexicon.side(words, at: next), hasCue(words, near: next + side.length) {
      return true
    }
    if last.hasComma, stress > 0 {
      return lexicon.beginsAct(words, at: next) || ["về", "là"].contains(words[next].text)
    }
    guard lexicon.beginsAct(words, at: next) else { return false }
    let left = words[start..<index]
    if isForPurpose(left) { return false }
    return matter(left) >= (last.hasComma ? 2 : 4)
  }

  private func hasCue(_ words: ArraySlice<MinutesWord>, near index: Int) -> Bool {
    (index..<min(words.endIndex, index + 4)).contains { place in
      ["sẽ", "cần", "sẵn"].contains(words[place].text)
        || MinutesLexicon.length(MinutesLexicon.asking, words, at: place) > 0
        || MinutesLexicon.length(MinutesLexicon.ordering, words, at: place) > 0
          && words[place].text != "giao"
    }
  }

  /// Whether what stands there already tells what for: verbs behind it belong to that.
  private func isForPurpose(_ words: ArraySlice<MinutesWord>) -> Bool {
    words.indices.contains { index in
      MinutesLexicon.length(MinutesLexicon.purposes, words, at: index) > 0
        && words[index].depth == 0
    }
  }

  /// How many words it has beyond its verbs.
  private func matter(_ words: ArraySlice<MinutesWord>) -> Int {
    var index = words.startIndex
    var count = 0
    while index < words.endIndex {
      let act = MinutesLexicon.length(MinutesLexicon.acts, words, at: index)
      if act > 0 {
        index += act
      } else {
        count += 1
        index += 1
      }
    }
    return count
  }

  /// Behind those who are asked: *Bộ Ngoại giao quan tâm, …*.
  private func behindAddressee(_ words: ArraySlice<MinutesWord>, _ start: Int) -> Int {
    var index = start
    let end = min(words.endIndex, start + 16)
    while index < end {
      if lexicon.beginsAct(words, at: index) { return index }
      index += 1
    }
    return start
  }

  private func firstAct(_ words: ArraySlice<MinutesWord>) -> [String] {
    for index in words.indices {
      let length = MinutesLexicon.length(MinutesLexicon.acts, words, at: index)
      let isLight = MinutesLexicon.length(MinutesLexicon.light, words, at: index) > 0
      if length > 0, !isLight { return words[index..<index + length].map(\.text) }
    }
    return []
  }

  // MARK: - Lists of things

  struct Item {
    var begin: Int
    var title: Int
    var end: Int
    /// It has no verb of its own.
    var isBare: Bool
  }

  func items(_ piece: ArraySlice<MinutesWord>, from start: Int) -> [Item] {
    [Item(begin: piece.startIndex, title: start, end: piece.endIndex, isBare: false)]
  }
}
