/// Finds what a state secret is stamped with in a text that somebody typed.
///
/// MẬT, TỐI MẬT and TUYỆT MẬT are found as papers bear them: in capitals, in brackets or quotes, alone,
/// behind "độ mật:", "đóng dấu" or the name of a paper, in a symbol such as 12-MẬT. The same syllable
/// in ordinary words (bí mật, mật ong, thân mật, mật độ) is none. Source: domain.md §10, story S12.
package struct SecretMark: Hashable, Sendable {
  /// The mark as it stands in the text.
  package let text: String

  /// The first mark in `text`. Linear in its length.
  package static func find(in text: String) -> SecretMark? {
    guard mayHold(text) else { return nil }
    let reading = Reading(text)
    for index in reading.words.indices {
      if let mark = reading.mark(at: index) { return mark }
    }
    return nil
  }

  /// The first mark in any text that `edits` put into a record and that was not in the field before.
  package static func find(in edits: [Edit]) -> SecretMark? {
    edits.lazy.flatMap(\.newTexts).compactMap { find(in: $0) }.first
  }

  /// Whether the text has all the letters of a mark: an M, and Ậ or, where accents were left out, an A.
  /// Most text is left at once. Signs that are written by themselves may make an Ậ as well.
  private static func mayHold(_ text: String) -> Bool {
    var (hasM, hasA) = (false, false)
    var before: UInt8 = 0
    for byte in text.utf8 {
      if byte | 0x20 == UInt8(ascii: "m") {
        hasM = true
      } else if byte == UInt8(ascii: "A") || (0xCC...0xCD).contains(byte)
        || (before == 0xBA && (0xAC...0xAD).contains(byte))
      {
        hasA = true
      }
      before = byte
    }
    return hasM && hasA
  }
}

extension SecretMark {
  /// A text as words and what stands between them.
  fileprivate struct Reading {
    struct Word {
      let text: String
      let lower: String
      let isCapitals: Bool
      let isTitled: Bool
      /// What stands between it and the word before, or the beginning.
      let before: String
    }

    private(set) var words: [Word] = []
    private var rest = ""

    init(_ text: String) {
      var gap = ""
      var word = ""
      // What shows nothing must not part a word.
      let seen = String(
        String.UnicodeScalarView(
          text.unicodeScalars.filter { $0.properties.generalCategory != .format }))
      for character in seen {
        if character.isLetter {
          word.append(character)
          continue
        }
        if !word.isEmpty {
          end(word, gap)
          (word, gap) = ("", "")
        }
        gap.append(character)
      }
      if word.isEmpty {
        rest = gap
      } else {
        end(word, gap)
      }
      joinSpacedLetters()
    }

    private mutating func end(_ word: String, _ gap: String) {
      words.append(
        Word(
          text: word, lower: word.lowercased(), isCapitals: word.allSatisfy(\.isUppercase),
          isTitled: word.first?.isUppercase ?? false, before: gap))
    }

    /// `M Ậ T`, as stamps are spaced.
    private mutating func joinSpacedLetters() {
      guard words.count > 2 else { return }
      var index = 0
      while index + 2 < words.count {
        let three = words[index...index + 2].map(\.text)
        if three == ["M", "Ậ", "T"] {
          let joined = Word(
            text: "MẬT", lower: "mật", isCapitals: true, isTitled: true,
            before: words[index].before)
          words.replaceSubrange(index...index + 2, with: [joined])
        }
        index += 1
      }
    }

    func after(_ index: Int) -> String {
      index + 1 < words.count ? words[index + 1].before : rest
    }

    /// The word before, if nothing but blanks parts the two.
    func neighbour(before index: Int) -> Word? {
      guard index > 0, words[index].before.allSatisfy(\.isWhitespace) else { return nil }
      return words[index - 1]
    }

    func neighbour(after index: Int) -> Word? {
      guard index + 1 < words.count, words[index + 1].before.allSatisfy(\.isWhitespace)
      else { return nil }
      return words[index + 1]
    }
  }
}

extension SecretMark.Reading {
  func mark(at index: Int) -> SecretMark? {
    let word = words[index]
    let before = neighbour(before: index)
    let isUnmarked = word.text == "MAT" && ["TOI", "TUYET"].contains(before?.text)
    guard word.lower == "mật" || isUnmarked else { return nil }
    let isDegree = isUnmarked || ["tối", "tuyệt"].contains(before?.lower)
    let start = isDegree ? index - 1 : index
    if !isDegree, isOrdinary(before, neighbour(after: index)) { return nil }
    let isTitled = words[start].isTitled
    let isCapitals = word.isCapitals && words[start].isCapitals
    guard
      isCapitals || (isDegree && isTitled) || isAlone(start, index) || isEnclosed(start, index)
        || isLabelled(start, isDegree: isDegree, isTitled: isTitled)
        || isOfPaper(start, index, isDegree: isDegree, isTitled: isTitled)
        || (isTitled && isInSymbol(start, index))
    else { return nil }
    return SecretMark(text: words[start...index].map(\.text).joined(separator: " "))
  }

  /// A word of two syllables of which this is one.
  private func isOrdinary(_ before: Word?, _ after: Word?) -> Bool {
    SecretMark.syllablesBefore.contains(before?.lower ?? "")
      || SecretMark.syllablesAfter.contains(after?.lower ?? "")
  }

  /// Nothing else is said.
  private func isAlone(_ start: Int, _ end: Int) -> Bool {
    start == 0 && end == words.count - 1
      && !(words[0].before + after(end)).contains(where: \.isNumber)
  }

  private func isEnclosed(_ start: Int, _ end: Int) -> Bool {
    let opening = words[start].before.last { !$0.isWhitespace }
    let closing = after(end).first { !$0.isWhitespace }
    guard let opening, let closing else { return false }
    return "([{<“\"'«‘".contains(opening) && ")]}>”\"'»’".contains(closing)
  }

  /// `độ mật: mật`, `độ Mật`, `đóng dấu mật`.
  private func isLabelled(_ start: Int, isDegree: Bool, isTitled: Bool) -> Bool {
    guard start > 0 else { return false }
    let last = words[start - 1].lower
    if last == "mật", start > 1, words[start - 2].lower == "độ" { return true }
    guard neighbour(before: start) != nil else { return false }
    return last == "dấu" || (last == "độ" && (isTitled || isDegree))
  }

  /// `công văn Mật`, `công văn mật số 12`, `tài liệu tuyệt mật`.
  private func isOfPaper(_ start: Int, _ end: Int, isDegree: Bool, isTitled: Bool) -> Bool {
    guard start > 1, let last = neighbour(before: start),
      let first = neighbour(before: start - 1),
      SecretMark.papers.contains("\(first.lower) \(last.lower)")
    else { return false }
    let isNumbered =
      after(end).contains(where: \.isNumber) || neighbour(after: end)?.lower == "số"
    return isTitled || isDegree || isNumbered
  }

  /// `12-Mật`, `Mật/45`.
  private func isInSymbol(_ start: Int, _ end: Int) -> Bool {
    let (before, behind) = (words[start].before, after(end))
    if let last = before.last, "-/".contains(last), before.contains(where: \.isNumber) {
      return true
    }
    guard let first = behind.first, "-/".contains(first) else { return false }
    return behind.contains(where: \.isNumber)
  }
}

extension SecretMark {
  fileprivate static let syllablesBefore: Set = [
    "bí", "bảo", "cơ", "thân", "cẩn", "nghiêm", "chu", "trăng", "đường", "rỉ", "túi", "sỏi", "ống",
    "dịch", "lấy", "ong", "hội", "gấu",
  ]
  fileprivate static let syllablesAfter: Set = [
    "ong", "độ", "thiết", "mã", "vụ", "khẩu", "thám", "nghị", "ước", "danh", "lệnh", "tập", "gấu",
    "mía", "hoa", "ngọt", "thư", "đàm", "đạo", "báo", "tông", "truyền",
  ]
  fileprivate static let papers: Set = [
    "công văn", "văn bản", "tài liệu", "công điện", "công hàm", "tờ trình", "báo cáo", "công thư",
    "hồ sơ", "bức điện", "bức thư", "quyết định", "thông báo", "biên bản", "kế hoạch",
  ]
}
