// What makes a matter of a sentence: verbs of asking, promising and ordering; figures; events.
extension MinutesReader {
  struct Cue {
    enum Sort {
      case asking, ordering, promising, agreeing, duty
    }

    var sort: Sort
    var range: Range<Int>
    /// Who is named before it, nearest first.
    var subject: MinutesLexicon.Side?
  }

  /// The first verb of asking, promising or ordering; else the first duty of somebody.
  func cue(_ sentence: ArraySlice<MinutesWord>) -> Cue? {
    var weak: Cue?
    for index in sentence.indices where sentence[index].depth == 0 {
      guard let (sort, length) = cueSort(sentence, at: index) else { continue }
      if isNoun(sentence, at: index, length) { continue }
      let subject = nearestSide(sentence[..<index])
      let cue = Cue(sort: sort, range: index..<index + length, subject: subject)
      switch sort {
      case .asking, .ordering: return cue
      case .promising:
        if sentence[index].text == "đồng", subject == nil { continue }
        // A later verb of asking says more than "sẽ" within what somebody hopes.
        return cue
      case .agreeing, .duty:
        guard weak == nil, subject != nil || speaker != nil, !isPast(sentence, before: index) else {
          continue
        }
        weak = cue
      }
    }
    return weak
  }

  private func cueSort(
    _ words: ArraySlice<MinutesWord>, at index: Int
  ) -> (Cue.Sort, Int)? {
    let sorts: [(Cue.Sort, [[String]])] = [
      (.asking, MinutesLexicon.asking), (.ordering, MinutesLexicon.ordering),
      (.promising, MinutesLexicon.promising), (.duty, MinutesLexicon.duties),
    ]
    var best: (Cue.Sort, Int)?
    for (sort, table) in sorts {
      let length = MinutesLexicon.length(table, words, at: index)
      if length > best?.1 ?? 0 { best = (sort, length) }
    }
    return best
  }

  /// *các đề xuất của tỉnh*, *hồ sơ đề nghị UNESCO công nhận*, *Bộ Ngoại giao*.
  private func isNoun(_ words: ArraySlice<MinutesWord>, at index: Int, _ length: Int) -> Bool {
    if index > words.startIndex {
      let before = words[index - 1]
      if before.after.isEmpty, MinutesLexicon.determiners.contains(before.text) { return true }
      if words[index].text == "giao",
        words[max(words.startIndex, index - 6)..<index].contains(where: { $0.text == "được" })
      {
        return true
      }
      if words[index].text == "giao", ["ngoại", "bàn", "chuyển", "kết"].contains(before.text) {
        return true
      }
      if words[index].text == "nhận", before.after.isEmpty { return true }
      if words[index].text == "phải" && before.text == "đã" { return true }
    }
    let next = index + length
    if next < words.endIndex {
      let follower = words[next].text
      if follower == "của" || follower == "này" || follower == "nêu" { return true }
      if words[index].text == "giao"
        && ["lưu", "thương", "dịch", "thông", "thoa", "tiếp"].contains(follower)
      {
        return true
      }
      if words[index].text == "xin" && ["chào", "cảm", "ý"].contains(follower) { return true }
    }
    return false
  }

  private func isPast(_ words: ArraySlice<MinutesWord>, before index: Int) -> Bool {
    words[max(words.startIndex, index - 3)..<index].contains {
      ["đã", "từng", "vừa"].contains($0.text)
    }
  }

  /// The nearest before a verb that may be its subject: not one that is only *của tỉnh*, *với Bộ*.
  func nearestSide(_ words: ArraySlice<MinutesWord>) -> MinutesLexicon.Side? {
    var nearest: MinutesLexicon.Side?
    var index = words.startIndex
    while index < words.endIndex {
      guard let found = lexicon.side(words, at: index) else {
        index += 1
        continue
      }
      let before = index > words.startIndex ? words[index - 1] : nil
      let isOblique =
        before.map { $0.after.isEmpty && MinutesReader.oblique.contains($0.text) } ?? false
      let isTail = before.map { $0.after.isEmpty && $0.isCapital } ?? false
      if !(isOblique && nearest != nil) && !(isTail && nearest == .ministry) {
        nearest = found.side
      }
      index += found.length
    }
    return nearest
  }

  private static let oblique: Set<String> = [
    "của", "với", "cho", "giữa", "tại", "trong", "từ", "về", "thuộc", "đến", "ở", "do", "cùng",
  ]

  // MARK: - What it comes to

  func act(_ cue: Cue, in sentence: ArraySlice<MinutesWord>) -> Act? {
    let text = sentence[cue.range].map(\.text).joined(separator: " ")
    let addressee =
      lexicon.side(sentence, at: min(cue.range.upperBound, sentence.endIndex - 1))?.side
      ?? (cue.range.upperBound + 1 < sentence.endIndex
        ? lexicon.side(sentence, at: cue.range.upperBound + 1)?.side : nil)
    let who = cue.subject ?? speaker
    switch cue.sort {
    case .asking, .ordering:
      switch who {
      case .province, nil:
        return Act(kind: .request, direction: .provinceToMinistry, cue: text, score: 85)
      case .ministry, .units, .both:
        return Act(kind: .instruction, direction: ordered(addressee), cue: text, score: 85)
      }
    case .promising, .agreeing: return promise(cue, who, text, sentence)
    case .duty:
      let isOrder = speaker == .ministry || who == .both
      if let act, act.kind == .request, who == .ministry || who == .units {
        return Act(kind: act.kind, direction: act.direction, cue: text, score: 70)
      }
      if isOrder {
        if who == .ministry {
          return Act(kind: .commitment, direction: .ministryToProvince, cue: text, score: 70)
        }
        return Act(
          kind: .instruction, direction: who == .both ? .joint : ordered(who), cue: text, score: 65)
      }
      if who == .ministry {
        return Act(kind: .commitment, direction: .ministryToProvince, cue: text, score: 60)
      }
      return Act(kind: .commitment, direction: .provinceToMinistry, cue: text, score: 40)
    }
  }

  private func ordered(_ addressee: MinutesLexicon.Side?) -> Direction {
    switch addressee {
    case .units, .ministry: .ministerToUnits
    case .both: .joint
    case .province, nil: .ministryToProvince
    }
  }

  private func promise(
    _ cue: Cue, _ who: MinutesLexicon.Side?, _ text: String, _ sentence: ArraySlice<MinutesWord>
  ) -> Act? {
    // Within the wishes of a province "Bộ sẽ…" is a wish too. Source: domain.md §13.
    if let act, act.kind == .request, who == .ministry || who == .units,
      !isSaid(sentence[..<cue.range.lowerBound])
    {
      return Act(kind: .request, direction: act.direction, cue: text, score: 75)
    }
    let isHope = sentence.contains { $0.text == "tưởng" || $0.text == "dự" }
    switch who {
    case .ministry, .units:
      return Act(
        kind: .commitment, direction: .ministryToProvince, cue: text, score: isHope ? 45 : 75)
    case .both: return Act(kind: .commitment, direction: .joint, cue: text, score: 70)
    case .province:
      if speaker == .ministry {
        return Act(kind: .instruction, direction: .ministryToProvince, cue: text, score: 55)
      }
      return Act(
        kind: .commitment, direction: .provinceToMinistry, cue: text, score: isHope ? 30 : 55)
    case nil: return Act(kind: .commitment, direction: .joint, cue: text, score: 50)
    }
  }

  /// Whether somebody is named who says what follows.
  private func isSaid(_ words: ArraySlice<MinutesWord>) -> Bool {
    words.indices.contains { MinutesLexicon.length(MinutesLexicon.saying, words, at: $0) > 0 }
  }
}
