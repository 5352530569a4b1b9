internal import Model

/// The keys of a record in file order; a test holds them against ``Field``.
enum FieldKeys {
  static let names: [StaticString] = [
    "key", "code", "kind", "direction", "province", "alsoProvinces", "title", "titleEn",
    "category", "tier", "raisedBy", "raisedOn", "session", "contactMinistry", "contactProvince",
    "lead", "coordinating", "officer", "leader", "assigner", "counterparts", "places", "topics",
    "tags", "quantities", "emphasis", "dateWords", "due", "noDeadlineReason", "period",
    "recurrence", "extensions", "programme", "dossiers", "documents", "links", "appliesTo",
    "status", "statusOn", "agreement", "waiting", "holder", "pause", "carriedTo", "mergedInto",
    "reason",
    "expectedResult", "result", "doneOn", "evidence", "chases", "ratings", "deliveries", "priority",
    "regime",
    "secretStub", "sources", "toConfirm", "remarks", "notes",
    "putOffUntil", "passedOn", "binned", "changes",
  ]

  static let keys = JSONKeys(names)
  static let fields = Field.allCases

  /// A bit for each mandatory field, by its place.
  static let mandatory = Field.mandatory.reduce(0 as UInt64) { bits, field in
    bits | 1 << UInt64(fields.firstIndex(of: field) ?? 0)
  }

  static func firstMissing(_ present: UInt64) -> Field {
    Field.mandatory.first { field in
      present & 1 << UInt64(fields.firstIndex(of: field) ?? 0) == 0
    } ?? .key
  }
}
