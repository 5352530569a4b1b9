internal import Model
internal import Terminal

extension AppState {
  mutating func openVersions() {
    if let past { return say(past.refusal) }
    layers.append(.screen(.versions(VersionsScreen())))
  }

  private var versionsOnTop: (index: Int, screen: VersionsScreen)? {
    guard let top = layers.lastIndex(where: \.isScreen),
      case .versions(let versions)? = layers[top].screen
    else { return nil }
    return (top, versions)
  }

  /// Asks for the list if it may be old, and for what is in sight of it.
  mutating func readVersions() -> [Effect] {
    guard case (let top, var versions)? = versionsOnTop else { return [] }
    defer { layers[top] = .screen(.versions(versions)) }
    guard !versions.isStale else {
      versions.isStale = false
      return [.versions]
    }
    let names = versions.ask(inSight: Drawing(self).versionRows)
    return names.isEmpty ? [] : [.compareVersions(names)]
  }

  mutating func take(_ news: VersionsNews) -> [Effect] {
    guard case (let top, var versions)? = versionsOnTop else { return [] }
    switch news {
    case .listed(let list): versions.take(list)
    case .compared(let some): versions.take(compared: some)
    case .planned(let plan): versions.take(plan)
    }
    keepInSight(&versions)
    layers[top] = .screen(.versions(versions))
    return openSelected()
  }

  private func keepInSight(_ versions: inout VersionsScreen) {
    versions.window.follow(
      versions.cursor, of: versions.versions?.count ?? 0, height: Drawing(self).versionRows)
  }

  mutating func run(_ command: Command, _ versions: VersionsScreen) -> [Effect] {
    var versions = versions
    if command == .restoreVersion { return askForRestoring(versions) }
    guard let move = ScreenMove(rawValue: command.rawValue) else { return [] }
    if versions.plan != nil { return run(move, inPlanOf: versions) }
    let page = max(1, Drawing(self).versionRows - 1)
    switch move {
    case .next, .nextPane, .paneRight: versions.move(by: 1)
    case .previous, .previousPane, .paneLeft: versions.move(by: -1)
    case .halfDown, .pageDown: versions.move(by: page)
    case .halfUp, .pageUp: versions.move(by: -page)
    case .top: versions.move(by: -Int(Int32.max))
    case .bottom: versions.move(by: versions.versions?.count ?? 0)
    case .open: return versions.version.map { [.planRestoring($0.name)] } ?? []
    case .back, .quit: return leaveScreen()
    case .group, .stepForward, .stepBack, .nextMonth, .previousMonth, .thisDay: break
    }
    keepInSight(&versions)
    show(.versions(versions))
    return openSelected()
  }

  private mutating func run(_ move: ScreenMove, inPlanOf versions: VersionsScreen) -> [Effect] {
    let page = max(1, Drawing(self).planRows - 1)
    switch move {
    case .next, .nextPane, .paneRight: scroll(versions, by: 1)
    case .previous, .previousPane, .paneLeft: scroll(versions, by: -1)
    case .halfDown, .pageDown: scroll(versions, by: page)
    case .halfUp, .pageUp: scroll(versions, by: -page)
    case .top: scroll(versions, by: -versions.entries.count)
    case .bottom: scroll(versions, by: versions.entries.count)
    case .back, .quit:
      var versions = versions
      versions.closePlan()
      show(.versions(versions))
    case .open, .group, .stepForward, .stepBack, .nextMonth, .previousMonth, .thisDay: break
    }
    return []
  }

  mutating func scroll(_ versions: VersionsScreen, by step: Int) {
    var versions = versions
    let most = max(0, versions.entries.count - Drawing(self).planRows)
    versions.scroll = max(0, min(most, versions.scroll + step))
    show(.versions(versions))
  }

  /// First what it would do, then the question, as on the command line.
  private mutating func askForRestoring(_ versions: VersionsScreen) -> [Effect] {
    guard let version = versions.version else {
      say(KeepingWords.noGenerations)
      return []
    }
    guard let plan = versions.plan else { return [.planRestoring(version.name)] }
    guard !plan.difference.putsBack && plan.lines.isEmpty else {
      layers.append(.menu(.restoring(plan, of: version)))
      return []
    }
    say(KeepingWords.nothingToRestore)
    return []
  }
}

extension MenuLayer {
  fileprivate static func restoring(_ plan: RestoringPlan, of version: KeptVersion) -> MenuLayer {
    let count = plan.lines.count
    let question =
      plan.difference.putsBack
      ? Words("Thay \(version.file) bằng bản này?", "Put this in the place of \(version.file)?")
      : Words(
        "Khôi phục \(count) mục như trên?",
        "Restore \(count) \(count == 1 ? "record" : "records") as above?")
    let yes =
      plan.difference.putsBack
      ? Words("Thay vào; tệp hỏng được giữ lại", "Yes; the damaged file is kept")
      : Words("Khôi phục; hoàn tác được", "Yes; undo takes it back")
    func item(_ choice: Choice, _ label: Words) -> Item {
      Item(choice: choice, glyph: nil, label: label, remark: "", isCurrent: false)
    }
    return MenuLayer(
      title: question,
      items: [item(.nothing, Words("Thôi", "No")), item(.restoreVersion(version.name), yes)])
  }
}
