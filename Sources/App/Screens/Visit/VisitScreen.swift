package import Model
internal import Terminal

/// The visit sheet of a province or counterpart, on one screen.
package struct VisitScreen: Equatable, Sendable {
  package let subject: VisitSubject
  package private(set) var sheet: VisitSheet
  /// The records with figures; nil until they were read.
  package private(set) var records: [FollowUp]?
  package private(set) var lines: [VisitText.Line] = []
  /// The line the cursor is on.
  package private(set) var cursor = 0
  package internal(set) var window = Window()

  /// Of records that were followed.
  init(_ subject: VisitSubject, _ state: AppState) {
    self.subject = subject
    sheet = VisitScreen.sheet(of: subject, in: state)
    lay(in: state)
    cursor = lines.firstIndex { $0.place != nil } ?? 0
  }

  private static func sheet(of subject: VisitSubject, in state: AppState) -> VisitSheet {
    VisitSheet(
      subject, in: state.register, context: state.context, mentions: state.standing.mentions)
  }

  mutating func gather(in state: AppState) {
    sheet = VisitScreen.sheet(of: subject, in: state)
    relay(in: state)
  }

  /// For another width.
  mutating func relay(in state: AppState) {
    lay(in: state)
    cursor = max(0, min(cursor, lines.count - 1))
  }

  /// Whether these are records of this sheet: another one may have been opened meanwhile.
  fileprivate func awaits(_ records: [Record], in register: Register) -> Bool {
    let keys = sheet.withQuantities.compactMap { place in
      register.row(at: place).map { $0.chunk.key($0.row) }
    }
    return Set(keys).isSuperset(of: records.map(\.key))
  }

  mutating func take(_ records: [Record], in state: AppState) {
    self.records = records.compactMap { try? FollowUp($0.fields) }
    lay(in: state)
  }

  private mutating func lay(in state: AppState) {
    lines = VisitText(state.register, context: state.context, language: state.language)
      .lines(sheet, records: records, columns: Layout(state).body.columns - 4)
  }

  var place: RowPlace? { lines.indices.contains(cursor) ? lines[cursor].place : nil }

  /// Over the records; at the last of them, and at the first, the rest of the sheet scrolls.
  mutating func move(by step: Int) {
    let stops = lines.indices.filter { lines[$0].place != nil }
    let target = max(0, min(lines.count - 1, cursor + step))
    let stop =
      step > 0 ? stops.first { $0 >= target } ?? target : stops.last { $0 <= target } ?? target
    cursor = stop
  }
}

extension VisitText.Line {
  var place: RowPlace? {
    if case .record(let place, _, _, _) = self { place } else { nil }
  }
}

extension MenuLayer {
  /// Whom a sheet may be about, as the record under the cursor has them.
  static func visits(of followUp: FollowUp, in state: AppState) -> MenuLayer {
    let provinces = [followUp.province] + followUp.alsoProvinces.map(\.id)
    let subjects =
      provinces.map(VisitSubject.province)
      + followUp.counterparts.map { VisitSubject.counterpart($0.counterpart) }
    let text = VisitText(state.register, context: state.context, language: state.language)
    let items = subjects.prefix(MenuLayer.keys.count).map { subject in
      let name = text.name(subject)
      return Item(
        choice: .visit(subject), glyph: nil, label: Words(name, name), remark: "",
        isCurrent: false)
    }
    return MenuLayer(title: Words("Phiếu thăm, làm việc với", "Visit sheet of"), items: items)
  }
}

extension AppState {
  mutating func openVisit() {
    guard let followUp = detail.followUp else { return }
    layers.append(.menu(.visits(of: followUp, in: self)))
  }

  mutating func openVisit(to subject: VisitSubject) -> [Effect] {
    followRecords()
    let visit = VisitScreen(subject, self)
    layers.append(.screen(.visit(visit)))
    let addresses = visit.sheet.withQuantities.compactMap(address)
    return openSelected() + (addresses.isEmpty ? [] : [.read(addresses)])
  }

  /// Sets a visit sheet to the width there is now.
  mutating func relayVisit() {
    for index in layers.indices {
      guard case .screen(.visit(var visit)) = layers[index] else { continue }
      visit.relay(in: self)
      layers[index] = .screen(.visit(visit))
    }
  }

  mutating func take(read records: [Record]) {
    if fillDraft(with: records) { return }
    guard let top = layers.lastIndex(where: \.isScreen), let screen = layers[top].screen else {
      return
    }
    if case .conflicts(let conflicts) = screen {
      guard records.allSatisfy({ conflicts.places[$0.key] != nil }) else { return }
      return take(records, conflicts, at: top)
    }
    guard case .visit(var visit) = screen, visit.awaits(records, in: register) else { return }
    visit.take(records, in: self)
    layers[top] = .screen(.visit(visit))
  }

  mutating func run(_ command: Command, _ visit: VisitScreen) -> [Effect] {
    guard let move = ScreenMove(rawValue: command.rawValue) else { return [] }
    var visit = visit
    let rows = max(1, Layout(self).body.rows - 3)
    switch move {
    case .next, .nextPane, .paneRight: visit.move(by: 1)
    case .previous, .previousPane, .paneLeft: visit.move(by: -1)
    case .halfDown, .pageDown: visit.move(by: rows)
    case .halfUp, .pageUp: visit.move(by: -rows)
    case .top: visit.move(by: -visit.lines.count)
    case .bottom: visit.move(by: visit.lines.count)
    case .open: return visit.place.map { showRecord(at: $0) } ?? []
    case .back, .quit: return leaveScreen()
    case .group, .stepForward, .stepBack, .nextMonth, .previousMonth, .thisDay: break
    }
    visit.window.follow(visit.cursor, of: visit.lines.count, height: rows + 1)
    show(.visit(visit))
    return openSelected()
  }
}

extension Drawing {
  mutating func visit(_ visit: VisitScreen) {
    let text = VisitText(state.register, context: state.context, language: state.language)
    let body = frame(
      ScreenFrame(
        title: Words("Phiếu thăm, làm việc", "Visit sheet"), remark: text.name(visit.subject),
        figures: DeadlineText(state.language).day(state.today),
        hints: [.open, .quantities, .answers, .back, .help])
    ).inset(columns: 2)
    for row in 0..<body.rows {
      let index = visit.window.top + row
      guard visit.lines.indices.contains(index) else { return }
      line(visit.lines[index], isHere: index == visit.cursor, row: body.row + row, in: body)
    }
  }

  private mutating func line(_ line: VisitText.Line, isHere: Bool, row: Int, in body: Rect) {
    switch line {
    case .blank: return
    case .heading(let text):
      canvas.write(
        text, row: row, column: body.column, width: body.columns, style: style(.heading))
    case .text(let text):
      canvas.write(text, row: row, column: body.column, width: body.columns, style: style(.text))
    case .record(_, let code, let title, let standing):
      let end = 18
      canvas.write(code, row: row, column: body.column, width: 9, style: style(.dim))
      canvas.write(
        title, row: row, column: body.column + 10, width: body.columns - 11 - end,
        style: isHere ? style(.strong) : style(.text))
      canvas.write(
        standing, row: row, column: body.endColumn - end, width: end, style: style(.dim))
    }
    guard isHere else { return }
    canvas.write("▌", row: row, column: body.column - 1, style: style(.accent))
  }
}
