// One sentence made into several matters. Source: domain.md §8.
extension MinutesReader {
  /// The matters of a sentence; the first has all that stands before `start` too.
  func pieces(
    _ sentence: ArraySlice<MinutesWord>, from start: Int, _ act: Act,
    _ reason: MinutesCandidate.Reason
  ) -> [MinutesCandidate] {
    var bounds = [sentence.startIndex]
    for index in sentence.indices where index > start {
      if isBoundary(sentence, at: index, since: max(bounds[bounds.count - 1], start)) {
        bounds.append(index)
      }
    }
    var candidates: [MinutesCandidate] = []
    var current = act
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
        let lead = item.isBare ? sentence[item.lead].map { original($0) } : []
        candidates.append(
          candidate(
            Array(sentence[item.begin..<item.end]), titled: Array(sentence[item.title..<item.end]),
            current, why, lead: lead))
      }
    }
    return candidates
  }

  private func candidate(
    _ words: [MinutesWord], titled: [MinutesWord], _ act: Act,
    _ reason: MinutesCandidate.Reason, lead: [String]
  ) -> MinutesCandidate {
    let range = (words.first?.range.lowerBound ?? 0)..<(words.last?.range.upperBound ?? 0)
    let shown = titled.isEmpty ? words : titled
    return MinutesCandidate(
      text: MinutesText.plain(characters, range), range: range,
      title: lexicon.title(of: shown, characters: characters, borrowing: lead),
      kind: act.kind, direction: act.direction, reason: reason,
      score: score(shown, act, isBare: !lead.isEmpty))
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
    // "làm video clip nhờ Bộ gửi các nước".
    if words[index].text == "nhờ", index + 1 < words.endIndex,
      lexicon.side(words, at: index + 1) != nil
    {
      return matter(words[start..<index]) >= 2
    }
    let link = MinutesLexicon.length(MinutesLexicon.links, words, at: index)
    let stress = MinutesLexicon.length(MinutesLexicon.stresses, words, at: index)
    guard last.hasComma || link > 0 else { return false }
    let next = index + max(link, stress)
    guard next < words.endIndex else { return false }
    // Somebody else, and what they are to do.
    if last.hasComma, let side = lexicon.side(words, at: next),
      hasCue(words, near: next + side.length)
    {
      return (start..<index).contains { lexicon.beginsAct(words, at: $0) }
    }
    if last.hasComma, stress > 0 {
      return lexicon.beginsAct(words, at: next) || ["về", "là"].contains(words[next].text)
    }
    guard lexicon.beginsAct(words, at: next) else { return false }
    let left = words[start..<index]
    if isForPurpose(left) { return false }
    // "đào tạo, bồi dưỡng nghiệp vụ": verbs that share what follows.
    return matter(left) >= 3 && rest(words, behind: next) >= 3
  }

  private func hasCue(_ words: ArraySlice<MinutesWord>, near index: Int) -> Bool {
    var end = index
    while end < min(words.endIndex, index + 10), end == index || words[end - 1].after.isEmpty {
      end += 1
    }
    return (index..<end).contains { place in
      ["sẽ", "cần", "sẵn", "tiếp", "có"].contains(words[place].text)
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

  /// How many words stand behind the last verb; a side that is only addressed is none.
  private func matter(_ words: ArraySlice<MinutesWord>) -> Int {
    var index = words.startIndex
    var count = 0
    while index < words.endIndex {
      let act = MinutesLexicon.length(MinutesLexicon.acts, words, at: index)
      if act > 0 {
        index += act
        count = 0
        if let side = lexicon.side(words, at: min(index, words.endIndex - 1)) {
          index += side.length
        }
      } else {
        count += 1
        index += 1
      }
    }
    return count
  }

  private func rest(_ words: ArraySlice<MinutesWord>, behind index: Int) -> Int {
    let end = words[index...].firstIndex { $0.after.contains(";") } ?? words.endIndex
    return end - index
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

  private func original(_ word: MinutesWord) -> String {
    String(characters[word.range]) + (word.after == "," ? "" : word.after)
  }

  // MARK: - Lists of things

  struct Item {
    var begin: Int
    var title: Int
    var end: Int
    /// It has no verb of its own.
    var isBare: Bool
    /// What its title begins with.
    var lead: Range<Int> = 0..<0
  }

  /// A list of names, or of topics, is several matters; of countries and regions it is one.
  func items(_ piece: ArraySlice<MinutesWord>, from start: Int) -> [Item] {
    let whole = Item(begin: piece.startIndex, title: start, end: piece.endIndex, isBare: false)
    let segments = segments(piece, from: start)
    guard segments.count >= 2 else { return [whole] }
    var first = segments.count - 1
    while first > 0, isName(piece[segments[first]]) { first -= 1 }
    // The first of the names stands at the end of what comes before.
    let head = piece[segments[first]]
    let names = segments.count - 1 - first
    if names >= 1, let place = tailName(head),
      !segments[first...].contains(where: { isCountry(piece[$0]) })
    {
      return items(piece, title: start, head: place, segments: Array(segments[(first + 1)...]))
    }
    let areTopics = segments.dropFirst().allSatisfy {
      $0.count <= 7 && lexicon.actLength(piece, at: $0.lowerBound) == 0 && $0.count >= 2
    }
    if segments.count >= 3, areTopics, let topic = topicHead(piece[segments[0]]) {
      return items(piece, title: start, head: topic, segments: Array(segments.dropFirst()))
    }
    return [whole]
  }

  private func items(
    _ piece: ArraySlice<MinutesWord>, title: Int, head: Int, segments: [Range<Int>]
  ) -> [Item] {
    var items = [
      Item(begin: piece.startIndex, title: title, end: segments[0].lowerBound, isBare: false)
    ]
    for segment in segments {
      items.append(
        Item(
          begin: segment.lowerBound, title: segment.lowerBound, end: segment.upperBound,
          isBare: true,
          lead: title..<head))
    }
    return items
  }

  /// What commas, and the last "và", part.
  private func segments(_ piece: ArraySlice<MinutesWord>, from start: Int) -> [Range<Int>] {
    var bounds = [start]
    for index in piece.indices where index > start && piece[index - 1].depth == 0 {
      if piece[index - 1].hasComma
        || piece[index].text == "và"
          && isName(piece[index + 1 < piece.endIndex ? index + 1..<piece.endIndex : index..<index])
      {
        bounds.append(index)
      }
    }
    return bounds.indices.map {
      bounds[$0]..<($0 + 1 < bounds.count ? bounds[$0 + 1] : piece.endIndex)
    }
  }

  /// Few words, all with a capital: *Bắc Phong Sinh - Lý Hỏa*, *Shiga (Nhật Bản)*.
  private func isName(_ words: ArraySlice<MinutesWord>) -> Bool {
    let words = words.first?.text == "và" ? words.dropFirst() : words
    guard !words.isEmpty, words.count <= 8 else { return false }
    return words.allSatisfy {
      $0.isCapital || "-–—".contains($0.text) || $0.depth > 0
        || !$0.after.isEmpty && $0.after.contains(")")
    }
  }

  /// Where the name begins that a phrase ends with, if there is something before it.
  private func tailName(_ words: ArraySlice<MinutesWord>) -> Int? {
    var index = words.endIndex
    while index > words.startIndex, isName(words[(index - 1)...]) { index -= 1 }
    return index < words.endIndex && index > words.startIndex ? index : nil
  }

  private static let regions: Set<String> = [
    "hoa kỳ", "mỹ", "nhật bản", "hàn quốc", "trung quốc", "singapore", "australia", "úc", "lào",
    "campuchia",
    "thái lan", "ấn độ", "nga", "đức", "pháp", "anh", "ý", "italia", "canada", "châu âu", "châu á",
    "châu mỹ",
    "châu phi", "nam mỹ", "trung đông", "đông bắc á", "đông nam á", "nam á", "trung á", "asean",
    "eu",
    "malaysia", "indonesia", "philippines", "myanmar", "new zealand", "hà lan", "tây ban nha",
    "việt nam",
    "đài loan", "hồng kông", "bắc mỹ", "israel", "uae", "brazil", "cuba", "ba lan", "séc",
    "hungary",
  ]

  private func isCountry(_ words: ArraySlice<MinutesWord>) -> Bool {
    let outside = words.filter { $0.depth == 0 && $0.text != "và" }
    let text = outside.map(\.text).joined(separator: " ")
    return MinutesReader.regions.contains { text == $0 || text.hasSuffix(" " + $0) }
  }

  /// Behind what announces a list of topics; nil where the commas only part examples.
  private func topicHead(_ words: ArraySlice<MinutesWord>) -> Int? {
    for index in words.indices {
      if index > words.startIndex,
        ["hoạch", "đoàn", "chuyến", "đối"].contains(words[index - 1].text)
      {
        continue
      }
      let pair = words[index...].prefix(2).map(\.text).joined(separator: " ")
      if ["công tác", "chính sách", "thủ tục", "vấn đề"].contains(pair) {
        if words.contains(where: { $0.text == "như" || $0.text == "khu" || $0.text == "lĩnh" }) {
          return nil
        }
        return pair == "công tác"
          ? index
          : words.lastIndex { $0.text == "trong" || $0.text == "về" }.map { $0 + 1 } ?? index + 2
      }
    }
    return nil
  }
}
