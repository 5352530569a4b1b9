// What has happened or will on a day: figures that were given or received, and meetings.
extension MinutesReader {
  private static let giving = [
    ["tặng"], ["trao"], ["trao", "tặng"], ["hỗ", "trợ"], ["ủng", "hộ"], ["viện", "trợ"], ["tài", "trợ"],
    ["gửi"], ["đón"], ["thu", "hút"],
  ]
  /// Papers that are signed or sent.
  private static let signing = [["ký", "kết"], ["kí", "kết"], ["ký"], ["gửi"], ["đã", "ban", "hành"]]

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
    sentence.split(omittingEmptySubsequences: true) { _ in false }.flatMap { part in
      var parts: [ArraySlice<MinutesWord>] = []
      var start = part.startIndex
      for index in part.indices where part[index].after.contains(";") {
        parts.append(part[start...index])
        start = index + 1
      }
      if start < part.endIndex { parts.append(part[start...]) }
      return parts
    }
  }

  private func hasGift(_ words: ArraySlice<MinutesWord>) -> Bool {
    let isSigned = words.indices.contains { index in
      let length = MinutesLexicon.length(MinutesReader.signing, words, at: index)
      return length > 0 && index + length < words.endIndex && words[index + length].isCapital
    }
    if isSigned { return true }
    return words.indices.contains { index in
      let length = MinutesLexicon.length(MinutesReader.giving, words, at: index)
      guard length > 0 else { return false }
      let next = index + length
      return (next..<min(words.endIndex, next + 10)).contains { words[$0].isNumber }
    }
  }

  private static let meeting = [
    ["làm", "việc", "với"], ["tiếp", "và", "làm", "việc"], ["sẽ", "diễn", "ra"], ["dự", "kiến", "tổ", "chức"],
    ["lễ", "kỷ", "niệm"], ["sẽ", "được", "tổ", "chức"],
  ]

  /// A meeting that was held or is to be: *dẫn đầu đoàn… làm việc với…*, *sẽ diễn ra vào…*.
  func event(_ sentence: ArraySlice<MinutesWord>) -> MinutesCandidate? {
    guard act == nil || sentence.contains(where: { $0.text.contains("/") && $0.isNumber }) else { return nil }
    guard
      let place = sentence.indices.first(where: {
        MinutesLexicon.length(MinutesReader.meeting, sentence, at: $0) > 0
      }), let first = sentence.first, let last = sentence.last, speaker == nil || isDated(sentence)
    else { return nil }
    _ = place
    let range = first.range.lowerBound..<last.range.upperBound
    let text = MinutesText.plain(characters, range)
    return MinutesCandidate(
      text: text, range: range, title: MinutesLexicon.sentenceCase(text), kind: .event,
      direction: .joint, reason: .cue(sentence[place...].prefix(3).map(\.text).joined(separator: " ")),
      score: 70)
  }

  private func isDated(_ words: ArraySlice<MinutesWord>) -> Bool {
    words.contains { $0.isNumber && $0.text.contains("/") }
  }
}
