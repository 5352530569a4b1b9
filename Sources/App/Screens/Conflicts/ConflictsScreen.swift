package import Model

/// What two people did differently, one matter after the other, until each is settled.
///
/// What was settled is read from the records; nothing is kept beside them.
package struct ConflictsScreen: Equatable, Sendable {
  package struct Item: Equatable, Sendable {
    package let key: String
    package let code: String
    let title: String
    package let conflict: Conflict
    /// The record as it was read.
    let record: Record
    fileprivate(set) var place: RowPlace?
    package fileprivate(set) var isSettled = false

    /// A field is one matter however many set it; splits and removals are told apart by their sides.
    fileprivate func isSame(as other: Item) -> Bool {
      guard key == other.key, conflict.matter == other.conflict.matter else { return false }
      switch conflict.matter {
      case .field, .line: return true
      case .split, .removal: return conflict.changes == other.conflict.changes
      }
    }
  }

  /// In register order as they were found; what was settled meanwhile stays in its place.
  package private(set) var items: [Item] = []
  package private(set) var index = 0
  /// Whether the records were read at all.
  package private(set) var isRead = false
  /// What was read may have changed since.
  var isStale = true
  /// Lines of the matter shown that are scrolled off at the top.
  var scroll = 0
  var window = Window()
  /// Where the records stand that are being read, by key.
  var places: [String: RowPlace] = [:]
  /// The record whose settling is on its way to the disk.
  private var settling: String?
  /// The record that this person settled something of: then the next matter comes.
  private var settledHere: String?
  /// The records of which something was taken back.
  private var reopened: Set<String> = []

  package init() {}

  package var item: Item? { items.indices.contains(index) ? items[index] : nil }
  package var settledCount: Int { items.count(where: \.isSettled) }
  package var isAllSettled: Bool { items.allSatisfy(\.isSettled) }

  /// Where the record in hand stands; rows may have moved since it was read.
  func place(in register: Register) -> RowPlace? {
    guard let item else { return nil }
    if let place = item.place, let (chunk, row) = register.row(at: place),
      chunk.key(row) == item.key
    {
      return place
    }
    return register.place(ofKey: item.key)
  }
}

extension ConflictsScreen {
  /// Takes up the records that are in conflict now: all of them.
  mutating func take(_ records: [Record], titledBy words: (Record) -> String) {
    var found = records.flatMap { record in
      record.conflicts.map { conflict in
        Item(
          key: record.key, code: record.code, title: words(record), conflict: conflict,
          record: record, place: places[record.key])
      }
    }
    let here = item
    for index in items.indices {
      let isOpen = found.firstIndex { $0.isSame(as: items[index]) }
      if let isOpen {
        let wasSettled = items[index].isSettled
        items[index] = found.remove(at: isOpen)
        if wasSettled, reopened.contains(items[index].key) { select(index) }
      } else {
        items[index].isSettled = true
      }
    }
    items += found
    isRead = true
    reopened = []
    guard let here, here.key == settledHere else { return }
    settledHere = nil
    if item?.isSettled == true { goOn() }
  }

  /// To the next that is not settled, from the top again at the end.
  mutating func goOn() {
    let order = Array(items.indices[min(index + 1, items.count)...]) + Array(0..<index)
    if let next = order.first(where: { !items[$0].isSettled }) { select(next) }
  }

  mutating func move(by step: Int) {
    guard !items.isEmpty else { return }
    select(max(0, min(items.count - 1, index + step)))
  }

  private mutating func select(_ index: Int) {
    self.index = index
    scroll = 0
  }

  mutating func waitForSettling() { settling = item?.key }

  mutating func refresh(after news: SavedNews?) {
    isStale = true
    guard let news else { return }
    switch news.deed {
    case .change:
      // What a colleague settles does not move the cursor under the person's hand.
      settledHere = news.records.map(\.key).first { $0 == settling }
      settling = nil
    case .undo, .redo: reopened = Set(news.records.map(\.key))
    case .create, .fold: break
    }
  }
}
