/// The one place that counts records for the views.
///
/// What each file comes to is kept, so that after a change only the files that changed are looked at.
package struct Tally: Equatable, Sendable {
  package private(set) var total = 0
  /// Records that two people changed in different ways, those in the bin too.
  package private(set) var conflicts = 0
  private var sums: [Int] = []
  /// By slot; nil where nothing is counted.
  private var counted: [Chunk?] = []
  /// By slot, what the file comes to of each query.
  private var ofFile: [[Int]] = []
  private var questions: Questions?
  /// How many files were counted so far.
  package private(set) var countings = 0

  package init() {}

  /// Counts every view at once. Linear in the records.
  package init(_ register: Register, context: QueryContext) {
    follow(register, context: context)
  }

  /// Counts the files that are other ones than before: all of them on another day.
  package mutating func follow(_ register: Register, context: QueryContext) {
    let questions = begin(register, context)
    for slot in counted.indices {
      let chunk = register.chunks.indices.contains(slot) ? register.chunks[slot] : nil
      guard chunk !== counted[slot] else { continue }
      let counts = chunk.map { questions.counts(of: $0, slot: slot) } ?? []
      add(ofFile[slot], times: -1)
      add(counts, times: 1)
      total += (chunk?.rows.count ?? 0) - (counted[slot]?.rows.count ?? 0)
      conflicts += (chunk?.conflicts ?? 0) - (counted[slot]?.conflicts ?? 0)
      (counted[slot], ofFile[slot]) = (chunk, counts)
      countings += 1
    }
  }

  package func count(_ view: StandardView) -> Int {
    Questions.place(of: view).flatMap { sums.indices.contains($0) ? sums[$0] : nil } ?? 0
  }

  private mutating func begin(_ register: Register, _ context: QueryContext) -> Questions {
    var context = context
    // No view of every register asks for marks.
    context.marks = Marks()
    let known: Questions
    if let questions, questions.context == context {
      known = questions
    } else {
      known = Questions(register, context)
      let countings = countings
      self = Tally()
      self.countings = countings
      questions = known
      sums = Array(repeating: 0, count: Questions.queries.count)
    }
    let missing = max(0, register.chunks.count - counted.count)
    counted += Array(repeating: nil, count: missing)
    ofFile += Array(repeating: [], count: missing)
    return known
  }

  private mutating func add(_ counts: [Int], times: Int) {
    for (place, count) in counts.enumerated() { sums[place] += times * count }
  }
}

/// What the views ask, each question once, made ready for one register and one day.
private struct Questions: Equatable, Sendable {
  static let queries: [Query] = StandardView.allCases.map(\.query).reduce(into: []) {
    known, query in
    if !known.contains(query) { known.append(query) }
  }
  private static let places = Dictionary(
    uniqueKeysWithValues: StandardView.allCases.compactMap { view in
      queries.firstIndex(of: view.query).map { (view, $0) }
    })

  static func place(of view: StandardView) -> Int? { places[view] }

  let context: QueryContext
  private let matchers: [Matcher]

  init(_ register: Register, _ context: QueryContext) {
    self.context = context
    matchers = Questions.queries.map { Matcher($0, in: register, context: context) }
  }

  func counts(of chunk: Chunk, slot: Int) -> [Int] {
    matchers.map { $0.count(in: chunk, slot: slot) }
  }

  /// What is made ready follows from the context: a register keeps its registry.
  static func == (one: Questions, other: Questions) -> Bool { one.context == other.context }
}
