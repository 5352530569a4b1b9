// What has happened or will on a day: figures that were given or received, and meetings.
extension MinutesReader {
  private static let giving = [
    ["tặng"], ["trao"], ["trao", "tặng"], ["hỗ", "trợ"], ["ủng", "hộ"], ["viện", "trợ"],
    ["tài", "trợ"],
    ["gửi"], ["đón"], ["thu", "hút", "dự", "án"],
  ]
  /// Papers that are signed or sent.
  private static let signing = [
    ["ký", "kết"], ["kí", "kết"], ["ký"], ["gửi"], ["đã", "ban", "hành"],
  ]

  /// Things that were given or received, each with its figure.
  func figures(_ sentence: ArraySlice<MinutesWord>) -> [MinutesCandidate] {
    var found: [MinutesCandidate] = []
    for piece in parts(sentence) where hasGift(piece) {
      let range = (piece.first?.range.lowerBound ?? 0)..<(piece.last?.range.upperBound ?? 0)
      let isOurs = nearestSide(piece.prefix(6)) == .ministry
      let text = MinutesText.plain(characters, range)
      found.append(
        MinutesCandidate(
          text: text, range: range, title: MinutesLexicon.sentenceCase(text), kind: .result,
          direction: isOurs ? .ministryToProvince : .external, reason: .figure, score: 60))
    }
    return found
  }

  private func parts(_ sentence: ArraySlice<MinutesWord>) -> [ArraySlice<MinutesWord>] {
    var parts: [ArraySlice<MinutesWord>] = []
    var start = sentence.startIndex
    for index in sentence.indices where sentence[index].after.contains(";") {
      parts.append(sentence[start...index])
      start = index + 1
    }
    if start < sentence.endIndex { parts.append(sentence[start...]) }
    return parts
  }

  private func hasGift(_ words: ArraySlice<MinutesWord>) -> Bool {
    let isSigned = words.indices.contains { index in
      let length = MinutesLexicon.length(MinutesReader.signing, words, at: index)
      return length > 0 && index + length < words.endIndex && words[index + length].isCapital
        && !words[index].isCapital && words[index + length - 1].after.isEmpty
    }
    if isSigned { return true }
    return words.indices.contains { index in
      let length = MinutesLexicon.length(MinutesReader.giving, words, at: index)
      guard length > 0 else { return false }
      let next = index + length
      return (next..<min(words.endIndex, next + 10)).contains { words[$0].isNumber }
    }
  }

  /// What the ministry or its units have done already, as they tell it.
  func done(_ sentence: ArraySlice<MinutesWord>) -> MinutesCandidate? {
    guard let place = sentence.firstIndex(where: { $0.text == "đã" && $0.depth == 0 }),
      let first = sentence.first, let last = sentence.last
    else { return nil }
    let side = nearestSide(sentence[..<place])
    guard side == .ministry || side == .units else { return nil }
    let near = place + 1..<min(sentence.endIndex, place + 9)
    let isDone = near.contains { index in
      MinutesReader.doing.contains { MinutesLexicon.length([$0], sentence, at: index) > 0 }
    }
    guard isDone else { return nil }
    let range = first.range.lowerBound..<last.range.upperBound
    return MinutesCandidate(
      text: MinutesText.plain(characters, range), range: range,
      title: lexicon.title(
        of: Array(sentence[place...].dropFirst()), characters: characters, borrowing: []),
      kind: .result, direction: .ministryToProvince, reason: .cue("đã"), score: 50)
  }

  private static let doing = [
    ["hỗ", "trợ"], ["giúp"], ["cung", "cấp"], ["trao", "đổi"], ["phối", "hợp"], ["kết", "nối"],
    ["tổ", "chức"],
  ]

  /// A leader's yes before what is asked of somebody: *nhất trí với đề xuất của tỉnh, và đề nghị…*.
  func agreement(
    _ sentence: ArraySlice<MinutesWord>, before cue: Int, _ pieces: [MinutesCandidate]
  ) -> [MinutesCandidate] {
    let yes = sentence.indices.first { index in
      index < cue && MinutesLexicon.length(MinutesLexicon.agreeing, sentence, at: index) > 0
    }
    guard let yes, let first = pieces.first,
      let comma = (yes..<cue).last(where: { sentence[$0].hasComma }), comma - yes >= 4,
      let begin = sentence.first?.range.lowerBound
    else { return pieces }
    let range = begin..<sentence[comma].range.upperBound
    var rest = first
    rest.range = sentence[comma + 1].range.lowerBound..<first.range.upperBound
    rest.text = MinutesText.plain(characters, rest.range)
    let agreed = MinutesCandidate(
      text: MinutesText.plain(characters, range), range: range,
      title: lexicon.title(of: Array(sentence[yes...comma]), characters: characters, borrowing: []),
      kind: .commitment, direction: .ministryToProvince,
      reason: .cue(sentence[yes...].prefix(2).map(\.text).joined(separator: " ")), score: 50)
    return [agreed, rest] + pieces.dropFirst()
  }

  private static let meeting = [
    ["làm", "việc", "với"], ["tiếp", "và", "làm", "việc"], ["sẽ", "diễn", "ra"],
    ["dự", "kiến", "tổ", "chức"],
    ["lễ", "kỷ", "niệm"], ["sẽ", "được", "tổ", "chức"],
  ]

  /// A meeting that was held or is to be: *dẫn đầu đoàn… làm việc với…*, *sẽ diễn ra vào…*.
  func event(_ sentence: ArraySlice<MinutesWord>) -> MinutesCandidate? {
    guard act == nil || sentence.contains(where: { $0.text.contains("/") && $0.isNumber }) else {
      return nil
    }
    guard
      let place = sentence.indices.first(where: {
        MinutesLexicon.length(MinutesReader.meeting, sentence, at: $0) > 0
      }), let first = sentence.first, let last = sentence.last,
      speaker == nil && !hasMeeting || isDated(sentence)
    else { return nil }
    let range = first.range.lowerBound..<last.range.upperBound
    let text = MinutesText.plain(characters, range)
    return MinutesCandidate(
      text: text, range: range, title: MinutesLexicon.sentenceCase(text), kind: .event,
      direction: .joint,
      reason: .cue(sentence[place...].prefix(3).map(\.text).joined(separator: " ")),
      score: 70)
  }

  private func isDated(_ words: ArraySlice<MinutesWord>) -> Bool {
    words.contains { $0.isNumber && $0.text.contains("/") }
  }
}
