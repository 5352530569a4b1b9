package import Vietnamese

/// Something wrong with a `field=value`, and where.
package struct EditError: Error, Hashable, Sendable {
  package enum Fault: Hashable, Sendable {
    /// There is no `=` in it.
    case noSign
    case unknownField(String, nearest: String?)
    /// What is changed in another way, or never.
    case notHere(Field, Instead)
    case noValue(Field)
    /// `nearest` is a raw value, an id or a code.
    case unknownValue(String, Field, nearest: String?)
    /// `candidates` are raw values or ids, the likelier first.
    case ambiguous(String, Field, candidates: [String])
    case date(DateInputError)
    /// A deadline cannot be counted from this record.
    case event(String, EventFault)
    /// One day is wanted, and this is a month or a year.
    case notADay(String, Field)
    /// Two dates with `..` between are wanted.
    case notAPeriod(String)
    /// `+=` and `-=` are for lists.
    case notAList(Field)
    /// With signs every value has one; links always have one.
    case signMissing(Field)
    case unknownLinePart(String, nearest: String?)
    case unknownCode(String)
    case repeated(Field)
  }

  /// The command that changes what cannot be changed here.
  package enum Instead: String, Hashable, Sendable {
    case status, note, due, chase, review, deliver
    /// It never changes.
    case never
  }

  package var fault: Fault
  /// Characters of the `field=value`, counted from its start.
  package var range: Range<Int>

  package init(_ fault: Fault, _ range: Range<Int>) {
    self.fault = fault
    self.range = range
  }
}

/// How a field is changed by `field=value`.
package enum EditWay: Hashable, Sendable {
  case text
  case day
  case due
  case period
  case choice(Field.Choice)
  case entry(EntryPicker.Table)
  case lead
  case session
  case texts
  case entries(RegistryKind)
  case sources
  case links
  case instead(EditError.Instead)
}

extension Field {
  /// A field that holds one of a few values.
  package enum Choice: Hashable, Sendable {
    case kind, direction, tier, recurrence, priority, regime, holder
  }

  /// The names people type for it, folded, beside the files' own.
  package var typedNames: [String] {
    switch self {
    case .title: ["noidung", "tieude"]
    case .titleEn: ["tienganh"]
    case .kind: ["loai"]
    case .direction: ["chieu"]
    case .province: ["tinh"]
    case .alsoProvinces: ["tinhlienquan"]
    case .category: ["linhvuc"]
    case .tier: ["muc"]
    case .raisedBy: ["benneu"]
    case .raisedOn: ["ngayneu"]
    case .session: ["phien"]
    case .contactMinistry: ["daumoibo"]
    case .contactProvince: ["daumoitinh"]
    case .lead: ["chutri"]
    case .coordinating: ["phoihop", "with"]
    case .officer: ["canbo"]
    case .leader: ["lanhdao"]
    case .assigner: ["nguoigiao"]
    case .counterparts: ["doitac", "counterpart"]
    case .places: ["diadiem", "place"]
    case .topics: ["chude", "topic"]
    case .tags: ["nhan", "tag"]
    case .due: ["han"]
    case .noDeadlineReason: ["lydochuacohan"]
    case .period: ["giaidoan"]
    case .recurrence: ["dinhky"]
    case .programme: ["ct", "chuongtrinh"]
    case .dossiers: ["hoso", "dossier"]
    case .documents: ["vanban", "document"]
    case .links: ["lienket", "link"]
    case .status: ["trangthai"]
    case .expectedResult: ["ketquamongdoi", "expected"]
    case .priority: ["uutien"]
    case .holder: ["nguoigiu", "o"]
    case .regime: ["chedo"]
    case .sources: ["nguon", "source"]
    case .toConfirm: ["canxacminh"]
    case .remarks: ["ghichu"]
    case .code: ["ma"]
    case .notes: ["dienbien", "note"]
    case .result: ["ketqua"]
    case .evidence: ["minhchung"]
    case .chases: ["dondoc"]
    case .ratings: ["danhgia"]
    case .deliveries: ["kydagui"]
    case .putOffUntil: ["desau"]
    case .key, .quantities, .emphasis, .dateWords, .extensions, .appliesTo, .statusOn, .agreement,
      .waiting, .pause, .carriedTo, .mergedInto, .reason, .doneOn, .secretStub, .passedOn,
      .binned:
      []
    }
  }

  /// How `field=value` changes it. The province is in the code and in the file's name: it stays.
  package var editWay: EditWay {
    switch self {
    case .title, .titleEn, .raisedBy, .contactMinistry, .contactProvince, .officer, .leader,
      .assigner, .noDeadlineReason, .expectedResult, .toConfirm, .remarks:
      .text
    case .raisedOn, .putOffUntil: .day
    case .due: .due
    case .period: .period
    case .kind: .choice(.kind)
    case .direction: .choice(.direction)
    case .tier: .choice(.tier)
    case .recurrence: .choice(.recurrence)
    case .priority: .choice(.priority)
    case .regime: .choice(.regime)
    case .holder: .choice(.holder)
    case .category: .entry(.entries(.categories))
    case .programme: .entry(.programmes)
    case .lead: .lead
    case .session: .session
    case .topics, .tags: .texts
    case .alsoProvinces: .entries(.provinces)
    case .coordinating: .entries(.units)
    case .counterparts: .entries(.counterparts)
    case .places: .entries(.places)
    case .dossiers: .entries(.dossiers)
    case .documents: .entries(.documents)
    case .sources: .sources
    case .links: .links
    case .status, .statusOn, .agreement, .waiting, .pause, .carriedTo, .mergedInto, .reason,
      .result, .doneOn, .evidence:
      .instead(.status)
    case .notes: .instead(.note)
    case .extensions: .instead(.due)
    case .chases: .instead(.chase)
    case .ratings: .instead(.review)
    case .deliveries: .instead(.deliver)
    case .key, .code, .province, .quantities, .emphasis, .dateWords, .appliesTo, .secretStub,
      .passedOn, .binned:
      .instead(.never)
    }
  }

  package static func named(_ typed: String) -> Field? {
    let name = SearchWord.fold(typed)
    return allCases.first { SearchWord.fold($0.rawValue) == name || $0.typedNames.contains(name) }
  }

  /// Whether `field=value` changes it.
  package var isEditable: Bool {
    if case .instead = editWay { false } else { true }
  }

  /// The field of that name, where `field=value` changes it.
  package static func editable(named typed: String) -> Field? {
    named(typed).flatMap { $0.isEditable ? $0 : nil }
  }

  /// The fields that `field=value` changes, by the name people type.
  package static var editableNames: [String] {
    allCases.compactMap { field in
      if case .instead = field.editWay { return nil }
      return field.typedNames.first ?? field.rawValue
    }
  }
}
