/// The fields a query may name: the one table from which reading, suggestions and the page are made.
package enum QueryField: String, CaseIterable, Sendable {
  case province, kind, direction, category, lead, with, counterpart, status, due, priority
  case programme, dossier, tag, code, session, changed, missing, tier, holder
  case home, box, raised, since, done, extended, chased

  /// What a person types, in English and in Vietnamese; accents and dashes do not matter.
  package var names: [String] {
    switch self {
    case .province: ["province", "tinh"]
    case .kind: ["kind", "loai"]
    case .direction: ["direction", "chieu"]
    case .category: ["category", "linhvuc"]
    case .lead: ["lead", "chutri"]
    case .with: ["with", "phoihop"]
    case .counterpart: ["counterpart", "doitac"]
    case .status: ["status", "trangthai"]
    case .due: ["due", "han"]
    case .priority: ["priority", "uutien"]
    case .programme: ["programme", "ct"]
    case .dossier: ["dossier", "hoso"]
    case .tag: ["tag", "nhan"]
    case .code: ["code", "ma"]
    case .session: ["session", "phien"]
    case .changed: ["changed", "sua"]
    case .missing: ["missing", "thieu"]
    case .tier: ["tier", "muc"]
    case .holder: ["holder", "o"]
    case .home: ["home", "tinhchinh"]
    case .box: ["box", "tinhtrang"]
    case .raised: ["raised", "neu"]
    case .since: ["since", "tungay"]
    case .done: ["done", "xong"]
    case .extended: ["extended", "giahan"]
    case .chased: ["chased", "dondoc"]
    }
  }

  /// Whether `<` and `>` mean something.
  package var hasOrder: Bool {
    switch self {
    case .due, .changed, .priority, .raised, .since, .done, .extended, .chased: true
    case .province, .kind, .direction, .category, .lead, .with, .counterpart, .status, .programme,
      .dossier, .tag, .code, .session, .missing, .tier, .holder, .box, .home:
      false
    }
  }

  /// The table its values are names of.
  package var registryKind: RegistryKind? {
    switch self {
    case .province, .home: .provinces
    case .category: .categories
    case .lead, .with: .units
    case .counterpart: .counterparts
    case .dossier: .dossiers
    case .kind, .direction, .status, .due, .priority, .programme, .tag, .code, .session, .changed,
      .missing, .tier, .holder, .box, .raised, .since, .done, .extended, .chased:
      nil
    }
  }

  /// Whether a record may have nothing there, and be looked for by that.
  var mayBeAbsent: Bool {
    switch self {
    case .lead, .programme, .counterpart, .dossier: true
    case .province, .kind, .direction, .category, .with, .status, .due, .priority, .tag, .code,
      .session, .changed, .missing, .tier, .holder, .home, .box, .raised, .since, .done,
      .extended, .chased:
      false
    }
  }

  /// The field of a folded name.
  static func named(_ name: String) -> QueryField? {
    allCases.first { $0.names.contains(name) }
  }
}

/// Words that stand for a whole condition.
package enum QueryShorthand: String, CaseIterable, Sendable {
  case open, overdue, dueSoon, ours, theirs, awaiting, inbox, closed, marked, undated, toChase
  case inConflict

  /// In English and in Vietnamese. Those of one syllable need their accents, since "mo" without
  /// one is a word people look for (Hoành Mô).
  package var names: [String] {
    switch self {
    case .open: ["open", "mở"]
    case .overdue: ["overdue", "quá-hạn"]
    case .dueSoon: ["due-soon", "sắp-đến-hạn"]
    case .ours: ["ours", "của-ta"]
    case .theirs: ["theirs", "của-bộ"]
    case .awaiting: ["awaiting", "chờ"]
    case .inbox: ["inbox", "hộp-tiếp-nhận"]
    case .closed: ["closed", "đã-đóng"]
    case .marked: ["marked", "đã-đánh-dấu"]
    case .undated: ["no-due", "chưa-có-hạn"]
    case .toChase: ["to-chase", "cần-đôn-đốc"]
    case .inConflict: ["conflict", "xung-đột"]
    }
  }

  package var query: Query {
    switch self {
    case .open: .open
    case .overdue: .overdue
    case .dueSoon: .dueSoon
    case .ours: .ours
    case .theirs: .theirs
    case .awaiting: .awaiting
    case .inbox: .inbox
    case .closed: .not(.open)
    case .marked: .marked
    case .undated: .undated
    case .toChase: .toChase
    case .inConflict: .inConflict
    }
  }

  private static let byName: [String: QueryShorthand] = {
    var byName: [String: QueryShorthand] = [:]
    for shorthand in allCases {
      for name in shorthand.names {
        byName[name] = shorthand
        if name.contains("-") { byName[SearchWord.plain(name)] = shorthand }
      }
    }
    return byName
  }()

  static func named(_ typed: String) -> QueryShorthand? { byName[typed.lowercased()] }
}
