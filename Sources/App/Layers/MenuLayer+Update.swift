internal import Model
internal import Terminal

extension MenuLayer {
  /// Every status but the record's own, with what the step will ask for.
  static func statuses(of followUp: FollowUp, _ state: AppState) -> MenuLayer {
    let isMany = state.targets.isMany
    let items = Status.allCases.map { status -> Item in
      let step = StatusStep(to: status, on: state.today)
      let asked = step.missing(for: followUp).map { $0.words(state.language).lowercased() }
      let remark = followUp.status == status ? "" : asked.joined(separator: ", ")
      return Item(
        choice: .status(status), glyph: status.glyph, label: status.words, remark: remark,
        isCurrent: followUp.status == status && !isMany)
    }
    return MenuLayer(title: titleOfStatuses(followUp, state.targets), items: items)
  }

  /// The change is for the marked records, whatever the cursor is on.
  private static func titleOfStatuses(_ followUp: FollowUp, _ targets: Targets) -> Words {
    let count = targets.addresses.count
    return targets.isMany
      ? Words("Trạng thái của \(count) mục đánh dấu", "Status of \(count) marked")
      : Words("Trạng thái của \(followUp.code)", "Status of \(followUp.code)")
  }

  static func sortings(_ current: Sorting) -> MenuLayer {
    let items = Sorting.Key.allCases.map { key in
      Item(
        choice: .sorting(key), glyph: nil, label: key.words,
        remark: key == current.key ? (current.isDescending ? "↓" : "↑") : "",
        isCurrent: key == current.key)
    }
    return MenuLayer(
      title: Words("Sắp xếp theo (chọn lần nữa để đảo)", "Sort by (again to reverse)"), items: items
    )
  }

  static func groupings(_ current: Grouping) -> MenuLayer {
    let items = Grouping.allCases.map { grouping in
      Item(
        choice: .grouping(grouping), glyph: nil, label: grouping.words, remark: "",
        isCurrent: grouping == current)
    }
    return MenuLayer(title: Words("Nhóm theo", "Group by"), items: items)
  }
}

extension MenuLayer {
  /// Whether the record is to go into the bin.
  static func bin(_ record: Record, slot: Int, in state: AppState) -> MenuLayer {
    let remark = Words("u hoàn tác · g D lấy lại", "u undoes · g D takes out")
    func item(_ choice: Choice, _ label: Words, _ remark: String = "") -> Item {
      Item(choice: choice, glyph: nil, label: label, remark: remark, isCurrent: false)
    }
    return MenuLayer(
      title: Words("Bỏ \(record.code) vào thùng rác?", "Put \(record.code) into the bin?"),
      items: [
        item(
          .act(.bin(on: state.today), slot: slot, key: record.key),
          Words("Bỏ vào thùng rác", "Into the bin"), remark(state.language)),
        item(.nothing, Words("Thôi", "No")),
      ])
  }

  /// What is in the bin, to be taken out again. Linear in the records.
  static func binned(in state: AppState) -> MenuLayer {
    var items: [Item] = []
    for case (let slot, let chunk?) in state.register.chunks.enumerated() {
      for row in chunk.binned {
        let code = chunk.code(row)
        items.append(
          Item(
            choice: .act(.restore(on: state.today), slot: slot, key: chunk.key(row)), glyph: nil,
            label: Words(code, code), remark: chunk.titleForALine(row), isCurrent: false))
      }
    }
    return MenuLayer(
      title: Words("Thùng rác: chọn mục lấy lại", "The bin: choose what to take out"),
      items: items)
  }

  /// The records like the one shown, and a way to name another.
  static func duplicates(of followUp: FollowUp, _ similar: [TriageScreen.Similar]) -> MenuLayer {
    let found = similar.map { other in
      let label = other.code + "  " + TextWidth.cut(other.title, to: 44)
      return Item(
        choice: .duplicate(code: other.code), glyph: nil, label: Words(label, label),
        remark: "\(other.percent) %", isCurrent: false)
    }
    let other = Item(
      choice: .duplicate(code: ""), glyph: nil,
      label: Words("Mục khác: gõ mã", "Another: type its code"), remark: "", isCurrent: false)
    return MenuLayer(
      title: Words("\(followUp.code) trùng với", "\(followUp.code) is a duplicate of"),
      items: found + [other])
  }
}

extension AppState {
  mutating func pressInMenu(_ key: KeyPress, _ menu: MenuLayer) -> [Effect] {
    var menu = menu
    switch key {
    case .escape, .control("c"), .character("q"):
      layers.removeLast()
      return []
    case .down, .character("j"), .control("n"):
      menu.cursor = min(menu.items.count - 1, menu.cursor + 1)
    case .up, .character("k"), .control("p"):
      menu.cursor = max(0, menu.cursor - 1)
    case .home: menu.cursor = 0
    case .end, .character("G"): menu.cursor = max(0, menu.items.count - 1)
    case .enter:
      return choose(menu, menu.cursor)
    case .character(let character):
      guard let index = MenuLayer.keys.firstIndex(of: character), index < menu.items.count else {
        return []
      }
      return choose(menu, index)
    case .control, .alt, .left, .right, .pageUp, .pageDown, .insert, .delete, .backspace, .tab,
      .backTab, .function:
      return []
    }
    layers[layers.count - 1] = .menu(menu)
    return []
  }

  private mutating func choose(_ menu: MenuLayer, _ index: Int) -> [Effect] {
    guard menu.items.indices.contains(index) else { return [] }
    layers.removeLast()
    switch menu.items[index].choice {
    case .status(let status):
      begin(status)
    case .sorting(let key):
      let isReversed = list.sorting.key == key && !list.sorting.isDescending
      list.sorting = Sorting(by: key, isDescending: isReversed)
      arrangeList()
    case .duplicate(let code): begin(.merged, otherCode: code)
    case .grouping(let grouping):
      list.grouping = grouping
      arrangeList()
    case .act(let action, let slot, let key): return [.act(action, slot: slot, key: key)]
    case .actOnMany(let action, let addresses):
      return [.actOnMany(action, addresses, why: nil)]
    case .programme(let id): if let found = register.registry.programme(id) { openReview(found) }
    case .review(let programme, let year): showReview(programme, year)
    case .closeReview(let programme, let year):
      return [.closeReview(programme: programme, year: year, today: today)]
    case .restoreVersion(let name): return [.restoreVersion(name)]
    case .nothing: break
    case .visit(let subject): return openVisit(to: subject)
    }
    return openSelected()
  }
}
