package import Model
internal import Terminal

/// The records of the list in columns by status.
package struct BoardScreen: Equatable, Sendable {
  /// The statuses on the way each have a column; those off it, and those that have ended, share one.
  package enum Column: CaseIterable, Sendable {
    case new, agreed, assigned, inProgress, awaitingReply, reported, aside, ended
  }

  /// The list these records are of, as it was opened.
  let view: ViewChoice
  let filter: String
  package private(set) var cards: [Column: [RowPlace]] = [:]
  package private(set) var column = Column.new
  /// The card in each column that the cursor was on last.
  private var rows: [Column: Int] = [:]
  /// The key of the record under the cursor, by which it is found again after a change.
  private var key: String?

  /// From the list of `state`, which is not empty, and whose records were followed.
  init(_ state: AppState) {
    (view, filter) = (state.views.selected, state.list.filter)
    key = state.list.cursorKey
    arrange(in: state)
  }

  /// Deals the list out anew; the cursor follows its record.
  mutating func arrange(in state: AppState) {
    let statuses = state.standing.statusColumn
    let wanted = key.flatMap(state.register.place(ofKey:))
    var isDealt = Array(repeating: false, count: statuses.count)
    var columns = Array(repeating: [RowPlace](), count: Column.allCases.count)
    for place in state.list.arrangement.rows {
      guard let index = statuses.index(of: place), !isDealt[index] else { continue }
      isDealt[index] = true
      let column = Column(statuses[index])
      if place == wanted { (self.column, rows[column]) = (column, columns[column.place].count) }
      columns[column.place].append(place)
    }
    cards = Dictionary(uniqueKeysWithValues: zip(Column.allCases, columns))
    if cards(column).isEmpty, let first = Column.allCases.first(where: { !cards($0).isEmpty }) {
      column = first
    }
    remember(in: state)
  }

  package func cards(_ column: Column) -> [RowPlace] { cards[column] ?? [] }

  package func row(_ column: Column) -> Int {
    max(0, min(rows[column] ?? 0, cards(column).count - 1))
  }

  var place: RowPlace? {
    let cards = cards(column)
    return cards.isEmpty ? nil : cards[row(column)]
  }

  private mutating func remember(in state: AppState) {
    key = place.flatMap { state.register.row(at: $0) }.map { $0.chunk.key($0.row) }
  }

  mutating func move(by step: Int, in state: AppState) {
    rows[column] = max(0, min(cards(column).count - 1, row(column) + step))
    remember(in: state)
  }

  /// To the column beside this one, empty or not.
  mutating func turn(by step: Int, in state: AppState) {
    let all = Column.allCases
    let here = all.firstIndex(of: column) ?? 0
    column = all[max(0, min(all.count - 1, here + step))]
    remember(in: state)
  }
}

extension BoardScreen.Column {
  init(_ status: Status) {
    self =
      switch status {
      case .new: .new
      case .agreed: .agreed
      case .assigned: .assigned
      case .inProgress: .inProgress
      case .awaitingReply: .awaitingReply
      case .reported: .reported
      case .paused, .carriedOver: .aside
      case .done, .closed, .notPursued, .merged: .ended
      }
  }

  /// Its place among all.
  fileprivate var place: Int {
    switch self {
    case .new: 0
    case .agreed: 1
    case .assigned: 2
    case .inProgress: 3
    case .awaitingReply: 4
    case .reported: 5
    case .aside: 6
    case .ended: 7
    }
  }

  /// The status a card gets that is moved on from here; nil where there is nothing further.
  package var next: Status? {
    switch self {
    case .new: .agreed
    case .agreed: .assigned
    case .assigned: .inProgress
    case .inProgress: .awaitingReply
    case .awaitingReply: .reported
    case .reported: .done
    case .aside: .inProgress
    case .ended: nil
    }
  }

  /// The status before; what was put aside or has ended goes on as in progress.
  var previous: Status? {
    switch self {
    case .new: nil
    case .agreed: .new
    case .assigned: .agreed
    case .inProgress: .assigned
    case .awaitingReply, .aside, .ended: .inProgress
    case .reported: .awaitingReply
    }
  }

  var words: Words {
    switch self {
    case .new: Status.new.shortWords
    case .agreed: Status.agreed.shortWords
    case .assigned: Status.assigned.shortWords
    case .inProgress: Status.inProgress.shortWords
    case .awaitingReply: Status.awaitingReply.shortWords
    case .reported: Status.reported.shortWords
    case .aside: Words("Tạm gác", "Set aside")
    case .ended: Words("Đã kết thúc", "Ended")
    }
  }
}

// MARK: - Keys

extension AppState {
  mutating func openBoard() {
    guard !list.arrangement.rows.isEmpty else {
      return say(
        Words("Danh sách này không có mục nào để bày.", "This list has no record to lay out."))
    }
    followRecords()
    layers.append(.screen(.board(BoardScreen(self))))
  }

  mutating func run(_ command: Command, _ board: BoardScreen) -> [Effect] {
    guard let move = ScreenMove(rawValue: command.rawValue) else { return [] }
    var board = board
    let page = max(1, (Layout(self).body.rows - 4) / BoardScreen.cardRows)
    switch move {
    case .next: board.move(by: 1, in: self)
    case .previous: board.move(by: -1, in: self)
    case .halfDown, .pageDown: board.move(by: page, in: self)
    case .halfUp, .pageUp: board.move(by: -page, in: self)
    case .top: board.move(by: -Int(Int32.max), in: self)
    case .bottom: board.move(by: Int(Int32.max), in: self)
    case .paneLeft, .previousPane: board.turn(by: -1, in: self)
    case .paneRight, .nextPane: board.turn(by: 1, in: self)
    case .back, .quit: return leaveScreen()
    case .open: return board.place.map { showRecord(at: $0) } ?? []
    case .stepForward: return step(board, to: board.column.next)
    case .stepBack: return step(board, to: board.column.previous)
    case .group, .nextMonth, .previousMonth, .thisDay: break
    }
    show(.board(board))
    return openSelected()
  }

  /// Asks for what the step needs; the card moves when it is saved.
  private mutating func step(_ board: BoardScreen, to status: Status?) -> [Effect] {
    guard board.place != nil, detail.followUp != nil else {
      say(Words("Cột này không có mục nào.", "There is no record in this column."))
      return []
    }
    guard let status else {
      say(Words("Không còn cột nào bên ấy.", "There is no column that way."))
      return []
    }
    begin(status)
    return []
  }
}
