import Model
import Testing
import Vietnamese

/// What is like a record, by a sample that is kept while files change.
@Suite struct TitleSampleTests {
  private static let words = [
    "công", "bố", "cửa", "khẩu", "hoành", "mô", "đường", "bay", "vân", "đồn", "nâng", "cấp", "bộ",
  ]

  private static func chunk(_ dice: inout Dice) -> Chunk {
    Made.chunk(
      (0..<dice.below(30)).map { _ in
        let title = (0..<1 + dice.below(6)).map { _ in
          dice.below(4) == 0 ? "từ\(dice.below(40))" : words[dice.below(words.count)]
        }
        let isMerged = dice.below(8) == 0
        return Made(title.joined(separator: " ")) { if isMerged { $0.status = .merged } }
      })
  }

  private static func register(_ dice: inout Dice, slots: Int) -> Register {
    var register = Register(
      profile: RegisterProfile(name: "x"), registry: Registry(), slots: slots)
    for slot in 0..<slots where dice.below(6) > 0 { register.place(chunk(&dice), in: slot) }
    return register
  }

  private static func places(_ register: Register) -> [RowPlace] {
    register.chunks.enumerated().flatMap { slot, chunk in
      (chunk?.rows.indices ?? 0..<0).map { RowPlace(slot: slot, index: $0) }
    }
  }

  @Test(arguments: 0..<20)
  func whatIsKeptFindsWhatLookingAnewFinds(seed: Int) {
    var dice = Dice(seed: UInt64(seed))
    var register = Self.register(&dice, slots: 4)
    var sample = TitleSample()
    for _ in 0..<6 {
      sample.follow(register)
      for place in Self.places(register) {
        let anew = register.similar(to: place)
        #expect(register.similar(to: place, by: sample) == anew)
        #expect(anew.map(Naive.Found.init) == Naive.similar(to: place, in: register))
      }
      for _ in 0..<dice.below(3) {
        let chunk = dice.below(5) == 0 ? nil : Self.chunk(&dice)
        register.place(chunk, in: dice.below(5))
      }
    }
  }

  @Test func ofManyRecordsAsManyTitlesAreTakenAsOfAThousand() {
    var register = Register(
      profile: RegisterProfile(name: "x"), registry: Registry(), slots: 3)
    var dice = Dice(seed: 5)
    func chunk(rows: Int) -> Chunk {
      Made.chunk(
        (0..<rows).map { _ in
          Made("\(Self.words[dice.below(13)]) từ\(dice.below(400))") { _ in }
        })
    }
    for slot in 0..<3 { register.place(chunk(rows: 900), in: slot) }
    var sample = TitleSample()
    sample.follow(register)
    for _ in 0..<4 {
      register.place(chunk(rows: 899 + dice.below(3)), in: dice.below(3))
      sample.follow(register)
      for index in 0..<20 {
        let place = RowPlace(slot: 1, index: index)
        let anew = register.similar(to: place)
        #expect(register.similar(to: place, by: sample) == anew)
        #expect(anew.map(Naive.Found.init) == Naive.similar(to: place, in: register))
      }
    }
  }

  @Test func takingThemInPiecesEndsWithTheSame() {
    var dice = Dice(seed: 3)
    let register = Self.register(&dice, slots: 6)
    var (whole, pieces, count) = (TitleSample(), TitleSample(), 0)
    whole.follow(register)
    while pieces.follow(register, atMost: 10) { count += 1 }
    #expect(count > 1)
    #expect(pieces == whole)
    let again = pieces.follow(register, atMost: 0)
    #expect(!again)
  }
}

/// The same as its rule is read: every row is looked at, and each word counted in each title.
private enum Naive {
  struct Found: Equatable {
    var place: RowPlace
    var percent: Int

    init(_ likeness: Likeness) { (place, percent) = (likeness.place, likeness.percent) }

    init(_ place: RowPlace, _ percent: Int) { (self.place, self.percent) = (place, percent) }
  }

  static func similar(to own: RowPlace, in register: Register) -> [Found] {
    let rows: [(place: RowPlace, title: Set<String>, row: Row)] =
      register.chunks.enumerated().flatMap { slot, chunk in
        (chunk?.rows ?? []).enumerated().map { index, row in
          (RowPlace(slot: slot, index: index), words(chunk?.title(row) ?? ""), row)
        }
      }
    let step = max(1, rows.count / 1000)
    let sample = rows.enumerated().filter { $0.offset % step == 0 }.map(\.element.title)
    var known: [String: Int] = [:]
    for title in sample { for word in title { known[word, default: 0] += 1 } }
    func weight(_ word: String) -> Int {
      var (ratio, bits) = ((sample.count + 1) / (known[word, default: 0] + 1), 0)
      while ratio > 0 { (ratio, bits) = (ratio / 2, bits + 1) }
      return max(1, bits)
    }
    guard let title = rows.first(where: { $0.place == own })?.title else { return [] }
    let rarest = title.filter { $0.utf8.count > 1 }
      .sorted { (weight($1), $1.utf8.count, $0) < (weight($0), $0.utf8.count, $1) }.prefix(4)
    let found = rows.compactMap { place, other, row -> Found? in
      guard place != own, row.status != .merged, !other.isDisjoint(with: rarest) else { return nil }
      let all = title.union(other).reduce(0) { $0 + weight($1) }
      let shared = title.intersection(other).reduce(0) { $0 + weight($1) }
      return shared * 100 / all < 30 ? nil : Found(place, shared * 100 / all)
    }
    return found.sorted {
      ($1.percent, $0.place.slot, $0.place.index) < ($0.percent, $1.place.slot, $1.place.index)
    }
    .prefix(3).map { $0 }
  }

  private static func words(_ title: String) -> Set<String> {
    var folded: [UInt8] = []
    var title = title
    title.withUTF8 { Folding.searchWords(utf8: $0, into: &folded) }
    return Set(
      String(decoding: folded, as: UTF8.self).split(separator: " ").map { String($0) })
  }
}
