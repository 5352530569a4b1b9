/// One thing of pasted minutes that may become a record.
package struct MinutesCandidate: Hashable, Sendable {
  /// Why it is taken for what it is.
  package enum Reason: Hashable, Sendable {
    /// A verb of asking, promising or ordering, as the minutes have it.
    case cue(String)
    /// It stands in a list, or goes on after a sentence, that has such a verb.
    case continues(String)
    /// A number or dash stands before it.
    case listItem
    /// A figure that was given or received.
    case figure
    /// It was made by hand out of others.
    case byHand
  }

  /// The words as they stand, blanks made single.
  package var text: String
  /// Characters of ``MinutesReading/text``.
  package var range: Range<Int>
  /// The text without who speaks and to whom.
  package var title: String
  package var kind: Kind
  package var direction: Direction
  package var reason: Reason
  /// How likely it is a matter to follow, of 100; from ``MinutesSplitter/keepingScore`` on it is
  /// proposed to be kept.
  package var score: Int

  package init(
    text: String, range: Range<Int>, title: String, kind: Kind, direction: Direction,
    reason: Reason, score: Int
  ) {
    self.text = text
    self.range = range
    self.title = title
    self.kind = kind
    self.direction = direction
    self.reason = reason
    self.score = score
  }
}

/// What pasted minutes come to.
package struct MinutesReading: Hashable, Sendable {
  /// The text that was read, without what controls a terminal, lines ended by `\n`.
  package var text: String
  /// In the order of the text; none within another.
  package var candidates: [MinutesCandidate]
  /// Which paragraph each candidate is of: lines with words, from 1.
  package var paragraphs: [Int]
  /// How many characters beyond ``MinutesSplitter/mostCharacters`` were left out.
  package var charactersLeftOut: Int
}

/// Splits minutes, conclusions and reports of working sessions into matters to follow.
///
/// It goes by how Vietnamese official prose is made: numbered and dashed lists, semicolons, verbs
/// of asking (*đề nghị*, *mong muốn*), promising (*sẽ*, *sẵn sàng*) and ordering (*giao*, *cần*),
/// and whose turn it is to speak. Captions, headings and what only reports are passed over. What
/// is one matter and what several: domain.md §8.
package struct MinutesSplitter: Sendable {
  /// What is read of a paste; the rest is left out and counted.
  package static let mostCharacters = 200_000
  /// From this score on a candidate is proposed to be kept.
  package static let keepingScore = 50

  let lexicon: MinutesLexicon

  /// `provinces` are names as prose has them: `Quảng Ninh`.
  package init(provinces: [String] = []) { lexicon = MinutesLexicon(provinces: provinces) }

  /// Whether a paste is more than one thing: several lines or sentences.
  package static func isMinutes(_ paste: String) -> Bool {
    let begin = MinutesText.clean(String(paste.unicodeScalars.prefix(20_000)), most: 20_000).text
    let lines = begin.split(separator: "\n").filter { $0.contains { !$0.isWhitespace } }
    if lines.count > 1 { return true }
    let characters = Array(begin)
    let words = MinutesText.words(characters, in: 0..<characters.count)
    return MinutesText.sentences(words).count > 1
  }

  package func read(_ paste: String) -> MinutesReading {
    let (text, leftOut) = MinutesText.clean(paste, most: MinutesSplitter.mostCharacters)
    let characters = Array(text)
    var candidates: [MinutesCandidate] = []
    var paragraphs: [Int] = []
    var reader = MinutesReader(lexicon: lexicon, characters: characters)
    for block in MinutesText.blocks(characters) {
      let found = reader.read(block)
      candidates += found
      paragraphs += found.map { _ in block.paragraph }
    }
    return MinutesReading(
      text: text, candidates: candidates, paragraphs: paragraphs, charactersLeftOut: leftOut)
  }

  /// Characters of `text` at which it may be split in two, the likelier first.
  package func points(in text: String) -> [Int] {
    let characters = Array(text)
    let words = MinutesText.words(characters, in: 0..<characters.count)
    var points: [(place: Int, rank: Int)] = []
    for index in words.indices.dropFirst() {
      let last = words[index - 1]
      let rank: Int
      if last.endsSentence(before: words[index]) || last.after.contains(";") {
        rank = 0
      } else if last.hasComma && lexicon.beginsAct(words, at: index) {
        rank = 1
      } else if last.hasComma {
        rank = 2
      } else if MinutesLexicon.joiners.contains(words[index].text) {
        rank = 3
      } else {
        continue
      }
      points.append((words[index].range.lowerBound, rank))
    }
    return points.sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }.map(\.place)
  }

  /// A candidate of these characters of `text`, as split or joined by hand.
  package func candidate(
    of text: String, range: Range<Int>, like one: MinutesCandidate
  ) -> MinutesCandidate {
    let characters = Array(text)
    let words = MinutesText.words(characters, in: range)
    var made = one
    made.range = range
    made.text = MinutesText.plain(characters, range)
    made.title = lexicon.title(of: words, characters: characters, borrowing: [])
    made.reason = .byHand
    return made
  }
}
