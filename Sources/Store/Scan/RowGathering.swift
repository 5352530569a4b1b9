internal import Model
internal import Vietnamese

/// The rows of one file while they are being read. It keeps its memory from file to file.
struct RowGathering {
  private var rows: [Row] = []
  /// In the bin, each with the bytes of its texts, which are put behind all others.
  private var binned: [(row: Row, text: [UInt8])] = []
  private(set) var text: [UInt8] = []
  private(set) var folded: [UInt8] = []
  private var ids: [EntryPlace] = []
  private var sessions: [String] = []
  private var strays: [String] = []
  private(set) var strayIds: [StrayId] = []
  private var conflicts = 0
  private var merged: [Int: String] = [:]
  /// The keys of the parts of those rows that have any.
  private var parts: [(row: Int, keys: [String])] = []

  /// Begins a file.
  mutating func begin() {
    rows.removeAll(keepingCapacity: true)
    binned.removeAll()
    text.removeAll(keepingCapacity: true)
    folded.removeAll(keepingCapacity: true)
    ids.removeAll(keepingCapacity: true)
    sessions.removeAll()
    strays.removeAll()
    strayIds.removeAll()
    parts.removeAll()
    merged.removeAll()
    conflicts = 0
  }

  /// The rows as they stay in memory: growing has left up to as much room again behind each list.
  mutating func chunk(path: String) -> Chunk {
    PartStatuses.derive(&rows, parts, text)
    var moved: [Row] = []
    for (row, bytes) in binned {
      moved.append(row.moved(texts: text.count, folded: 0))
      text += bytes
    }
    return Chunk(
      path: path, rows: exactly(rows), binned: moved, text: exactly(text),
      folded: exactly(folded), ids: exactly(ids), sessions: sessions, strays: strays,
      merged: merged, conflicts: conflicts)
  }

  private func exactly<Element>(_ list: [Element]) -> [Element] {
    [Element](unsafeUninitializedCapacity: list.count) { room, count in
      count = room.initialize(fromContentsOf: list)
    }
  }

  /// The fields of the record that stand further on in it, or in one another's way.
  private struct Found {
    var counterparts: JSONNode?
    var otherProvinces: JSONNode?
    var dossiers: JSONNode?
    var coordinating: JSONNode?
    var places: JSONNode?
    var lineStatuses: [Status] = []
    var parts: [String] = []
    var mergedInto: String?
    /// A bit for each field that is there, by its place.
    var present: UInt64 = 0
  }

  mutating func add(_ node: JSONNode, _ tables: ScanTables) throws(ScanFault) {
    guard node.kind == .object else { throw ScanFault(node, .key, .expected(.object)) }
    var row = Row()
    row.bytes = span(node.byteRange)
    let (foldedStart, textStart, strayStart) = (folded.count, text.count, strayIds.count)
    folded.append(UInt8(ascii: " "))
    var found = Found()
    var last = -1
    for member in node.members {
      guard let place = FieldKeys.keys.place(of: member, after: last) else { continue }
      last = place
      guard place < FieldKeys.fields.count else {
        readNewestChange(member.value, &row)
        if ForkSearch.isForked(member.value), ForkSearch.hasConflict(node) {
          row.flags.insert(.hasConflict)
          conflicts += 1
        }
        continue
      }
      guard !member.value.isNull else { continue }
      found.present |= 1 << UInt64(place)
      let field = FieldKeys.fields[place]
      try read(field, member.value, &row, &found, tables)
    }
    if found.present & FieldKeys.mandatory != FieldKeys.mandatory {
      throw ScanFault(node, FieldKeys.firstMissing(found.present), .missing)
    }
    row.status = row.status.derived(from: found.lineStatuses)
    gatherLists(&row, found, tables)
    // In the bin it keeps the names it had, also where the registry has them no longer.
    if row.flags.contains(.binned) { strayIds.removeSubrange(strayStart...) }
    row.folded = span(foldedStart..<folded.count)
    row.texts = span(textStart..<text.count)
    if row.duePrecision == .year, speaksOfAnniversary(row) { row.flags.insert(.isAnniversary) }
    if row.flags.contains(.binned) {
      bin(row, foldedStart: foldedStart, textStart: textStart)
    } else {
      if let key = found.mergedInto { merged[rows.count] = key }
      if !found.parts.isEmpty { parts.append((rows.count, found.parts)) }
      rows.append(row)
    }
  }

  /// Searching looks through the texts of all rows at once, so those of this row leave them.
  private mutating func bin(_ row: Row, foldedStart: Int, textStart: Int) {
    folded.removeSubrange(foldedStart...)
    let bytes = Array(text[textStart...])
    text.removeSubrange(textStart...)
    var row = row.moved(texts: -textStart, folded: 0)
    row.folded = Row.Span32()
    binned.append((row, bytes))
  }

  private func span(_ range: Range<Int>) -> Row.Span32 {
    Row.Span32(
      begin: UInt32(truncatingIfNeeded: range.lowerBound),
      end: UInt32(truncatingIfNeeded: range.upperBound))
  }

  private mutating func read(
    _ field: Field, _ node: JSONNode, _ row: inout Row, _ found: inout Found, _ tables: ScanTables
  ) throws(ScanFault) {
    switch field {
    case .key: row.key = try keep(field, node)
    case .code:
      row.code = try keep(field, node)
      foldText(node)
    case .title:
      row.title = try keep(field, node)
      foldText(node)
    case .titleEn: addText(node)
    case .kind: row.kind = try word(field, node, in: FieldWords.kinds)
    case .direction: row.direction = try word(field, node, in: FieldWords.directions)
    case .tier: row.tier = try word(field, node, in: FieldWords.tiers)
    case .status: row.status = try word(field, node, in: FieldWords.statuses)
    case .recurrence: row.recurrence = try word(field, node, in: FieldWords.recurrences)
    case .province: row.province = try entry(field, node, .provinces, tables)
    case .category: row.category = try entry(field, node, .categories, tables)
    case .programme: row.programme = try programme(node, tables)
    case .session: row.session = try session(field, node)
    case .lead: try readLead(node, &row, tables)
    case .due: try readDue(node, &row)
    case .doneOn: row.doneOrdinal = try day(field, node["date"] ?? node)
    case .priority: row.priority = node.integer.flatMap(Priority.init(rawValue:))
    case .topics: for element in node.elements { addText(element) }
    case .tags: addTags(node, &row)
    case .notes: for element in node.elements { element["text"].map { addText($0) } }
    case .places: found.places = try placesChecked(node)
    case .counterparts: found.counterparts = node
    case .alsoProvinces: found.otherProvinces = node
    case .dossiers: found.dossiers = node
    case .coordinating: found.coordinating = node
    case .extensions: try readExtensions(node, &row)
    case .raisedOn: row.raisedOrdinal = try day(field, node)
    case .statusOn: row.statusOrdinal = try day(field, node)
    case .period: try readPeriod(node, &row)
    case .quantities: row.flags.insert(.hasQuantities)
    case .waiting: row.waitsFor = node["whom"]?.text.flatMap(tables.holders.holder(waitedFor:))
    case .holder: row.holder = try word(field, node, in: FieldWords.holders)
    case .chases: try readChases(node, &row)
    case .noDeadlineReason: row.flags.insert(.hasNoDeadlineReason)
    case .expectedResult: row.flags.insert(.hasExpectedResult)
    case .officer: row.flags.insert(.hasOfficer)
    case .emphasis: row.flags.insert(.emphasised)
    case .toConfirm: row.flags.insert(.toConfirm)
    case .secretStub: row.flags.insert(.secretStub)
    case .putOffUntil: row.putOffOrdinal = try day(field, node)
    case .passedOn: row.flags.insert(.passed)
    case .binned: row.flags.insert(.binned)
    case .links: found.parts = RowGathering.parts(node)
    case .mergedInto: found.mergedInto = node.text
    case .regime: if node.isText("internal") { row.flags.insert(.isInternal) }
    case .raisedBy, .contactMinistry, .contactProvince, .leader, .assigner, .dateWords, .documents,
      .appliesTo, .agreement, .pause, .carriedTo, .reason, .result, .evidence,
      .ratings, .deliveries, .sources, .remarks:
      break
    }
    if field == .counterparts {
      for line in node.elements {
        guard let status = line["status"] else { continue }
        found.lineStatuses.append(try word(field, status, in: FieldWords.statuses))
      }
    }
  }

  private static func parts(_ links: JSONNode) -> [String] {
    var keys: [String] = []
    for link in links.elements where link["relation"]?.isText("has-part") == true {
      if let key = link["to"]?.text { keys.append(key) }
    }
    return keys
  }

  // MARK: - Texts

  private static let newline = UInt8(ascii: "\n")

  private mutating func keep(_ field: Field, _ node: JSONNode) throws(ScanFault) -> Row.Span32 {
    text.append(RowGathering.newline)
    let start = text.count
    guard node.appendText(to: &text) else { throw ScanFault(node, field, .expected(.text)) }
    guard text.count > start else { throw ScanFault(node, field, .missing) }
    return span(start..<text.count)
  }

  private mutating func foldText(_ node: JSONNode) {
    if let plain = node.plainText {
      Folding.searchWords(utf8: plain, into: &folded)
    } else if let text = node.text {
      Array(text.utf8).withUnsafeBufferPointer { Folding.searchWords(utf8: $0, into: &folded) }
    }
  }

  /// A text that is searched and not shown: as it was written it is needed for its marks only.
  private mutating func addText(_ node: JSONNode) {
    foldText(node)
    if let plain = node.plainText, plain.allSatisfy({ $0 < 0x80 }) { return }
    text.append(RowGathering.newline)
    _ = node.appendText(to: &text)
  }

  private mutating func addTags(_ node: JSONNode, _ row: inout Row) {
    for element in node.elements {
      foldText(element)
      text.append(Chunk.tagBegins)
      _ = element.appendText(to: &text)
      row.flags.insert(.hasTags)
    }
  }

  func word<Word: RawRepresentable<String> & CaseIterable>(
    _ field: Field, _ node: JSONNode, in words: WordTable<Word>
  ) throws(ScanFault) -> Word {
    if let bytes = node.plainText, let word = words.word(bytes) { return word }
    guard let text = node.text else { throw ScanFault(node, field, .expected(.text)) }
    guard let word = Word(rawValue: text) else {
      let allowed = Word.allCases.map(\.rawValue)
      throw ScanFault(node, field, .unknownWord(text, allowed: allowed))
    }
    return word
  }

  func day(_ field: Field, _ node: JSONNode) throws(ScanFault) -> Int32 {
    guard let bytes = node.plainText, let day = Day(utf8: bytes) else {
      throw ScanFault(node, field, .expected(.day))
    }
    return Int32(truncatingIfNeeded: day.ordinal)
  }

  // MARK: - Registry entries

  private mutating func place(
    _ node: JSONNode, _ kind: RegistryKind?, in table: IdTable?
  ) -> EntryPlace? {
    guard let bytes = node.plainText else { return nil }
    if let place = table?.place(of: bytes) { return place }
    let id = String(decoding: bytes, as: UTF8.self)
    strayIds.append(StrayId(id: id, kind: kind, offset: node.byteRange.lowerBound))
    strays.append(id)
    return .stray(strays.count - 1)
  }

  private mutating func entry(
    _ field: Field, _ node: JSONNode, _ kind: RegistryKind, _ tables: ScanTables
  ) throws(ScanFault) -> EntryPlace {
    guard let place = place(node, kind, in: tables.table(kind)) else {
      throw ScanFault(node, field, .expected(.text))
    }
    return place
  }

  private mutating func programme(
    _ node: JSONNode, _ tables: ScanTables
  ) throws(ScanFault) -> EntryPlace {
    guard let place = place(node, nil, in: tables.programmes) else {
      throw ScanFault(node, .programme, .expected(.text))
    }
    return place
  }

  mutating func session(_ field: Field, _ node: JSONNode) throws(ScanFault) -> EntryPlace {
    guard let key = node.text else { throw ScanFault(node, field, .expected(.text)) }
    if let known = sessions.firstIndex(of: key) { return EntryPlace(known) }
    sessions.append(key)
    return EntryPlace(sessions.count - 1)
  }

  private mutating func readLead(
    _ node: JSONNode, _ row: inout Row, _ tables: ScanTables
  ) throws(ScanFault) {
    guard let unit = node["unit"] else { throw ScanFault(node, "lead.unit", .missing) }
    row.lead = try entry(.lead, unit, .units, tables)
    if node["proposed"]?.bool == true { row.flags.insert(.leadProposed) }
  }

  /// The newest of them, and how many were letters.
  private func readChases(_ node: JSONNode, _ row: inout Row) throws(ScanFault) {
    for chase in node.elements {
      guard let on = chase["on"] else { throw ScanFault(chase, "chases.on", .missing) }
      let ordinal = try day(.chases, on)
      let channel = chase["channel"]?.text.flatMap(ChaseChannel.init(rawValue:))
      if channel == .letter {
        row.letters = row.letters == .max ? .max : row.letters + 1
        row.letterOrdinal =
          row.letterOrdinal == Row.noDay ? ordinal : max(row.letterOrdinal, ordinal)
      }
      guard row.chaseOrdinal == Row.noDay || row.chaseOrdinal <= ordinal else { continue }
      row.chaseOrdinal = ordinal
      row.chaseChannel = channel
      row.replyByOrdinal =
        try chase["replyBy"].map { by throws(ScanFault) in
          try day(.chases, by)
        } ?? Row.noDay
    }
  }

  private func placesChecked(_ node: JSONNode) throws(ScanFault) -> JSONNode {
    for element in node.elements {
      guard let id = element["id"] else { throw ScanFault(element, "places.id", .missing) }
      guard id.plainText != nil else { throw ScanFault(id, .places, .expected(.text)) }
    }
    return node
  }

  private mutating func gatherLists(_ row: inout Row, _ found: Found, _ tables: ScanTables) {
    row.lists.start = UInt32(ids.count)
    row.lists.counterparts = gather(found.counterparts, .counterparts, tables)
    row.lists.provinces = gather(found.otherProvinces, .provinces, tables)
    row.lists.dossiers = gather(found.dossiers, .dossiers, tables)
    row.lists.coordinating = gather(found.coordinating, .units, tables)
    row.lists.places = gather(found.places, .places, tables)
    row.lists.lineUnits = gatherLineUnits(found.counterparts, tables)
  }

  /// Up to 255 units of counterpart lines; what the registry does not know, checking tells of.
  private mutating func gatherLineUnits(_ lines: JSONNode?, _ tables: ScanTables) -> UInt8 {
    var count: UInt8 = 0
    guard let lines, let table = tables.table(.units) else { return 0 }
    for line in lines.elements where line.kind == .object && count < .max {
      guard let unit = line["unit"]?.plainText, let place = table.place(of: unit) else { continue }
      ids.append(place)
      count += 1
    }
    return count
  }

  /// Up to 255 entries of a list of ids, or of objects with one.
  private mutating func gather(
    _ list: JSONNode?, _ kind: RegistryKind, _ tables: ScanTables
  ) -> UInt8 {
    var count: UInt8 = 0
    guard let list else { return 0 }
    for element in list.elements {
      let id = element.kind == .object ? element["id"] : element
      guard count < .max, let id, let place = place(id, kind, in: tables.table(kind)) else {
        continue
      }
      ids.append(place)
      count += 1
    }
    return count
  }

  /// Files hold the newest change first.
  private func readNewestChange(_ changes: JSONNode, _ row: inout Row) {
    var changes = changes.elements
    guard let newest = changes.next() else { return }
    if let bytes = newest["at"]?.plainText, let moment = Moment(utf8: bytes) {
      row.updated = moment.milliseconds
    }
    // What was entered by hand has a batch from the first; what was imported has none.
    if changes.next() != nil || newest["batch"] != nil { row.flags.insert(.isChanged) }
  }
}

/// The words of the fields that hold one of a few.
enum FieldWords {
  static let kinds = WordTable(Kind.self)
  static let directions = WordTable(Direction.self)
  static let tiers = WordTable(Tier.self)
  static let statuses = WordTable(Status.self)
  static let recurrences = WordTable(Recurrence.self)
  static let precisions = WordTable(DatePrecision.self)
  static let holders = WordTable(Holder.self)
}
