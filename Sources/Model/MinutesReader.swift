/// Minutes on their way to candidates, paragraph by paragraph: who speaks, and what was asked last.
struct MinutesReader {
  /// What a sentence asks, promises or orders, and on whose behalf.
  struct Act: Equatable {
    var kind: Kind
    var direction: Direction
    var cue: String
    var score: Int
  }

  let lexicon: MinutesLexicon
  let characters: [Character]
  /// Whose turn it is to speak, as far as it is known.
  var speaker: MinutesLexicon.Side?
  /// Whether the meeting itself was found.
  var hasMeeting = false
  /// What the sentences before ask, which those that follow may go on with.
  var act: Act?

  init(lexicon: MinutesLexicon, characters: [Character]) {
    self.lexicon = lexicon
    self.characters = characters
  }

  mutating func read(_ block: MinutesBlock) -> [MinutesCandidate] {
    let words = MinutesText.words(characters, in: block.range)
    guard let last = words.last, words.count >= 3 else { return [] }
    // The first line is what all is about, also where it stands under a picture.
    if isCaption(words), block.paragraph > 1 { return [] }
    if isHeading(words, block) {
      if let side = turn(words[...]) { speaker = side }
      if block.level == 0 { act = nil }
      return []
    }
    var found: [MinutesCandidate] = []
    for sentence in MinutesText.sentences(words) {
      found += read(sentence, isPoint: block.level > 0)
    }
    if last.after.hasSuffix(":") {
      // It only opens a list, whose points say what it is about.
      found.removeAll { $0.range.upperBound == last.range.upperBound }
    }
    return found
  }

  private func isCaption(_ words: [MinutesWord]) -> Bool {
    let line = words.map(\.text)
    if let last = words.last, (last.before + last.after).contains("|") { return true }
    if line.contains(where: { $0.contains("://") || $0.hasPrefix("www.") }) { return true }
    return line.indices.contains { index in
      line[index] == "ảnh" && words[index].after.hasPrefix(":")
    }
  }

  /// A line without a stop, or a numbered one that says no more than what it is about.
  private func isHeading(_ words: [MinutesWord], _ block: MinutesBlock) -> Bool {
    guard let last = words.last, words.count <= 24,
      !last.after.contains(where: { ".;…!?".contains($0) })
    else { return false }
    if last.after.hasSuffix(":") { return words.count <= 8 && cue(words[...]) == nil }
    if block.level > 0 {
      return words.count <= 10 && cue(words[...]) == nil && !lexicon.beginsAct(words, at: 0)
    }
    return !isAsking(words)
  }

  private func isAsking(_ words: [MinutesWord]) -> Bool {
    guard let cue = cue(words[...]) else { return false }
    return cue.sort == .asking || cue.sort == .ordering
  }

  /// Who begins to speak in a heading or a sentence.
  private func turn(_ words: ArraySlice<MinutesWord>) -> MinutesLexicon.Side? {
    var index = words.startIndex
    while index < min(words.endIndex, words.startIndex + 14) {
      if let found = lexicon.side(words, at: index) { return found.side }
      index += 1
    }
    return nil
  }

  // MARK: - Sentences

  private mutating func read(
    _ sentence: ArraySlice<MinutesWord>, isPoint: Bool
  ) -> [MinutesCandidate] {
    if let event = event(sentence) {
      hasMeeting = true
      return [event]
    }
    let found = cue(sentence)
    if let found { noteSpeaker(sentence, found) }
    if let found, let own = self.act(found, in: sentence) {
      act = own
      let pieces = pieces(sentence, from: found.range.upperBound, own, .cue(own.cue))
      return agreement(sentence, before: found.range.lowerBound, pieces)
    }
    if !isPoint || act == nil {
      let figures = figures(sentence)
      if !figures.isEmpty { return figures }
      if let done = done(sentence) { return [done] }
    }
    if let saying = saying(sentence) {
      // Somebody reports: what was asked before is over.
      speaker = saying ?? speaker
      act = nil
      return []
    }
    guard goesOn(sentence, isPoint: isPoint) else {
      if !isPoint { act = nil }
      return []
    }
    var own = act ?? Act(kind: .request, direction: .provinceToMinistry, cue: "", score: 60)
    if act == nil, speaker == .ministry {
      own.direction = .ministryToProvince; own.kind = .instruction
    }
    own.score = isPoint ? 70 : 60
    let reason: MinutesCandidate.Reason = own.cue.isEmpty ? .listItem : .continues(own.cue)
    return pieces(sentence, from: sentence.startIndex, own, reason)
  }

  private mutating func noteSpeaker(_ sentence: ArraySlice<MinutesWord>, _ cue: Cue) {
    if let said = saying(sentence), let side = said {
      if side == .province || side == .ministry { speaker = side }
      return
    }
    guard cue.sort == .asking || cue.sort == .ordering else { return }
    if let side = cue.subject, side == .province || side == .ministry { speaker = side }
  }

  /// Outer nil: nobody says anything; inner nil: it is not known who.
  private func saying(_ sentence: ArraySlice<MinutesWord>) -> MinutesLexicon.Side?? {
    let end = min(sentence.endIndex, sentence.startIndex + 24)
    for index in sentence.startIndex..<end
    where MinutesLexicon.length(MinutesLexicon.saying, sentence, at: index) > 0 {
      let side = turn(sentence[..<index])
      if side != nil || index == sentence.startIndex { return .some(side) }
    }
    return nil
  }

  /// Whether a sentence without a verb of asking goes on with what was asked before.
  private func goesOn(_ sentence: ArraySlice<MinutesWord>, isPoint: Bool) -> Bool {
    var index = sentence.startIndex
    while index < sentence.endIndex {
      let link = max(
        MinutesLexicon.length(MinutesLexicon.links, sentence, at: index),
        MinutesLexicon.length(MinutesLexicon.stresses, sentence, at: index))
      if link == 0 { break }
      index += link
      // "Đặc biệt là trong mở đường xuất khẩu…"
      while index < sentence.endIndex, ["là", "trong", "về", "việc"].contains(sentence[index].text)
      { index += 1 }
    }
    if sentence.contains(where: { $0.text == "đã" }) && !isPoint { return false }
    if MinutesLexicon.length(MinutesLexicon.acts, sentence, at: index) > 0 {
      return act != nil || isPoint
    }
    guard act != nil else { return false }
    if isPoint && sentence.count >= 4 { return true }
    // "Bộ cũng tạo điều kiện…": somebody, and soon an act.
    guard let found = lexicon.side(sentence, at: index) ?? subject(sentence, index) else {
      return false
    }
    let near = index + found.length
    return (near..<min(sentence.endIndex, near + 5)).contains {
      lexicon.beginsAct(sentence, at: $0)
    }
  }

  private func subject(
    _ sentence: ArraySlice<MinutesWord>, _ index: Int
  ) -> (side: MinutesLexicon.Side, length: Int)? {
    for skip in 1..<3 where index + skip < sentence.endIndex {
      if let found = lexicon.side(sentence, at: index + skip) {
        return (found.side, found.length + skip)
      }
    }
    return nil
  }
}
