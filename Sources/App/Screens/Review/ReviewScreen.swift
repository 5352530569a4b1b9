package import Model

/// A programme's year, task by task: each side rates by itself.
///
/// What was rated is read from the records, so that whoever comes back goes on where it was left.
package struct ReviewScreen: Equatable, Sendable {
  package let programme: String
  package let year: Int
  /// nil until it was read.
  package private(set) var sheet: ReviewSheet?
  /// Who is rating now.
  package var side = ReviewSide.province
  package private(set) var onlyDifferences = false
  /// The key of the task in hand.
  package private(set) var key: String?
  private(set) var place: RowPlace?
  var window = Window()
  /// What was read may have changed since.
  var isStale = true
  /// A rating is on its way to the disk; when it is there the next task comes.
  var goesOn = false

  package init(programme: String, year: Int) {
    self.programme = programme
    self.year = year
  }

  /// The tasks that are shown.
  package var items: [ReviewSheet.Item] {
    guard let sheet else { return [] }
    return onlyDifferences ? sheet.differences : sheet.items
  }

  package var index: Int? { items.firstIndex { $0.key == key } }
  package var item: ReviewSheet.Item? { index.map { items[$0] } }
  package var isClosed: Bool { sheet?.closed != nil }

  func place(in register: Register) -> RowPlace? { place }
}

extension ReviewScreen {
  /// Takes up what was read; from the first task that the side has not rated.
  mutating func take(_ sheet: ReviewSheet, in register: Register) {
    let isFirst = self.sheet == nil
    self.sheet = sheet
    if sheet.differences.isEmpty { onlyDifferences = false }
    if isFirst || index == nil { select(firstUnrated ?? items.first?.key, in: register) }
    if goesOn, item?.rating(side)?.mark != nil {
      goesOn = false
      goOn(in: register)
    }
    place = key.flatMap { register.place(ofKey: $0) }
  }

  private var firstUnrated: String? { items.first { $0.rating(side)?.mark == nil }?.key }

  private mutating func select(_ key: String?, in register: Register) {
    self.key = key
    place = key.flatMap { register.place(ofKey: $0) }
  }

  mutating func move(by step: Int, in register: Register) {
    guard !items.isEmpty else { return }
    let index = max(0, min(items.count - 1, (index ?? 0) + step))
    select(items[index].key, in: register)
  }

  /// To the next task the side has not rated, from the top again at the end; false where all are.
  @discardableResult
  mutating func goOn(in register: Register) -> Bool {
    let here = index ?? -1
    let order = Array(items[(here + 1)...] + items[..<max(0, here)])
    return select(firstOf: order, in: register)
  }

  /// To the one before that the side has not rated.
  @discardableResult
  mutating func goBack(in register: Register) -> Bool {
    let here = index ?? items.count
    let order = items[..<here].reversed() + items[min(here + 1, items.count)...].reversed()
    return select(firstOf: Array(order), in: register)
  }

  private mutating func select(firstOf order: [ReviewSheet.Item], in register: Register) -> Bool {
    guard let next = order.first(where: { $0.rating(side)?.mark == nil }) else { return false }
    select(next.key, in: register)
    return true
  }

  /// False where the sides differ nowhere.
  mutating func toggleDifferences(in register: Register) -> Bool {
    guard onlyDifferences || sheet?.differences.isEmpty == false else { return false }
    onlyDifferences.toggle()
    if index == nil { select(items.first?.key, in: register) }
    return true
  }
}
