extension FollowUp {
  /// Reads a record's fields.
  ///
  /// - Throws: A ``ValueError`` whose path begins with the field that is not what it should be.
  package init(_ fields: Fields) throws(ValueError) {
    let all = Value.object(fields.members)
    self.init(
      key: try all.required("key"), code: try all.required("code"),
      kind: try all.requiredWord("kind", as: Kind.self),
      direction: try all.requiredWord("direction", as: Direction.self),
      province: try all.required("province"), title: try all.required("title"),
      category: try all.required("category"),
      tier: try all.requiredWord("tier", as: Tier.self),
      status: try all.requiredWord("status", as: Status.self))
    try readParties(all)
    try readTime(all)
    try readProgress(all)
    try readPapers(all)
  }

  private mutating func readParties(_ all: Value) throws(ValueError) {
    titleEn = try all.optional("titleEn")
    alsoProvinces = try all.parts("alsoProvinces")
    raisedBy = try all.optional("raisedBy")
    raisedOn = try all.day("raisedOn")
    session = try all.optional("session")
    contactMinistry = try all.optional("contactMinistry")
    contactProvince = try all.optional("contactProvince")
    lead = try all.part("lead")
    coordinating = try all.parts("coordinating")
    officer = try all.optional("officer")
    leader = try all.optional("leader")
    assigner = try all.optional("assigner")
    counterparts = try all.parts("counterparts")
    places = try all.parts("places")
    topics = try all.texts("topics")
    tags = try all.texts("tags")
    quantities = try all.parts("quantities")
  }

  private mutating func readTime(_ all: Value) throws(ValueError) {
    emphasis = try all.optional("emphasis")
    dateWords = try all.optional("dateWords")
    dueEvent = try EventOffset(inDue: all["due"])
    due = dueEvent != nil && all["due"]["date"].isEmpty ? nil : try all.part("due")
    noDeadlineReason = try all.optional("noDeadlineReason")
    period = try all.part("period")
    recurrence = try all.word("recurrence", as: Recurrence.self)
    extensions = try all.parts("extensions")
    programme = try all.optional("programme")
    dossiers = try all.texts("dossiers")
    documents = try all.texts("documents")
    links = try all.parts("links")
    appliesTo = try all.texts("appliesTo")
  }

  private mutating func readProgress(_ all: Value) throws(ValueError) {
    statusOn = try all.day("statusOn")
    agreement = try all.part("agreement")
    waiting = try all.part("waiting")
    holder = try all.word("holder", as: Holder.self)
    pause = try all.part("pause")
    carriedTo = all["carriedTo"].integer
    mergedInto = try all.optional("mergedInto")
    reason = try all.optional("reason")
    expectedResult = try all.optional("expectedResult")
    result = try all.part("result")
    doneOn = try all.part("doneOn")
    evidence = try all.parts("evidence")
    chases = try all.parts("chases")
    ratings = try all.parts("ratings")
    deliveries = try all.parts("deliveries")
    notes = try all.parts("notes")
  }

  private mutating func readPapers(_ all: Value) throws(ValueError) {
    if !all["priority"].isEmpty {
      guard let number = all["priority"].integer, let known = Priority(rawValue: number) else {
        throw ValueError("priority", .expected(.number))
      }
      priority = known
    }
    regime = try all.word("regime", as: Regime.self) ?? .public
    secretStub = try all.part("secretStub")
    sources = try all.parts("sources")
    toConfirm = try all.optional("toConfirm")
    remarks = try all.optional("remarks")
    putOffUntil = try all.day("putOffUntil")
    passedOn = try all.day("passedOn")
    binned = try all.day("binned")
  }
}

extension Value {
  /// The part under `key`; nil where there is none.
  package func part<Part: ValueCodable>(_ key: String) throws(ValueError) -> Part? {
    let value = self[key]
    guard !value.isEmpty else { return nil }
    return try Part.init(value, under: key)
  }

  package func parts<Part: ValueCodable>(_ key: String) throws(ValueError) -> [Part] {
    var parts: [Part] = []
    for (index, item) in try list(key).enumerated() {
      parts.append(try Part(item, under: "\(key)[\(index)]"))
    }
    return parts
  }
}

extension ValueCodable {
  fileprivate init(_ value: Value, under path: String) throws(ValueError) {
    guard case .object = value else { throw ValueError(path, .expected(.object)) }
    do throws(ValueError) {
      try self.init(value)
    } catch {
      throw ValueError("\(path).\(error.path)", error.problem)
    }
  }
}
