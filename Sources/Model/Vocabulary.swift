/// What a follow-up is. Source: domain.md §1.
package enum Kind: String, CaseIterable, Sendable, BitwiseCopyable {
  case request, commitment, instruction, event, result
}

/// Who owes whom. Source: domain.md §1.
package enum Direction: String, CaseIterable, Sendable, BitwiseCopyable {
  case provinceToMinistry, ministryToProvince, ministerToUnits, joint, external
}

/// How closely a record is followed; lists show `core` first. Source: domain.md §1.
package enum Tier: String, CaseIterable, Sendable, BitwiseCopyable {
  case core, framework, background
}

/// How a matter ended. Source: domain.md §4 rule 5.
package enum ResultKind: String, CaseIterable, Sendable {
  case met, partlyMet, explained
  case refused, passedOn, withdrawn

  /// The kinds that may end a record as done.
  package static let forDone: [ResultKind] = [.met, .partlyMet, .explained]

  /// The kinds that may end a record as not pursued.
  package static let forNotPursued: [ResultKind] = [.refused, .passedOn, .withdrawn]
}

/// How exactly a date is known.
package enum DatePrecision: String, CaseIterable, Sendable, BitwiseCopyable {
  case day, month, year, period
  /// Counted from the day of an event.
  case relative
}

/// Whether a deadline was printed in a paper or set by an officer.
package enum DueOrigin: String, CaseIterable, Sendable {
  case paper, officer
}

/// How often a commitment falls due; `ongoing` never does, it is looked at when reviewed.
package enum Recurrence: String, CaseIterable, Sendable, BitwiseCopyable {
  case monthly, quarterly, annual, ongoing
}

/// How urgent a record is, 1 to 4. Source: domain.md §11.
package enum Priority: Int, CaseIterable, Sendable, BitwiseCopyable {
  case urgent = 1, high, normal, watch
}

/// Who may see a record. Source: domain.md §10.
package enum Regime: String, CaseIterable, Sendable {
  case `public`, `internal`
}

/// The three degrees of state secrets, as stamped on a paper; only a stub ever holds one.
package enum Secrecy: String, CaseIterable, Sendable {
  case confidential, secret, topSecret

  /// A degree as people write it: `mat`, `tối mật`, `top-secret`; nil for anything else, for none is
  /// ever guessed.
  package init?(typed: String) {
    switch SearchWord.fold(typed).filter({ $0 != "-" && $0 != " " }) {
    case "mat", "confidential": self = .confidential
    case "toimat", "secret": self = .secret
    case "tuyetmat", "topsecret": self = .topSecret
    default: return nil
    }
  }
}

/// How exact a printed figure is: "gần" is under, "khoảng" approx, "hơn" over.
package enum Qualifier: String, CaseIterable, Sendable {
  case exact, under, approx, over, converted, unspecified
}

/// How one record bears on another; every relation has an inverse, so links stay symmetric.
package enum Relation: String, CaseIterable, Sendable {
  case answers, answeredBy = "answered-by"
  case partOf = "part-of", hasPart = "has-part"
  case dependsOn = "depends-on", neededBy = "needed-by"
  case conditionOf = "condition-of", hasCondition = "has-condition"
  case serves, servedBy = "served-by"
  case follows, precedes
  case sameKind = "same-kind", sameDossier = "same-dossier", relates

  /// The relation seen from the other end.
  package var inverse: Relation {
    switch self {
    case .answers: .answeredBy
    case .answeredBy: .answers
    case .partOf: .hasPart
    case .hasPart: .partOf
    case .dependsOn: .neededBy
    case .neededBy: .dependsOn
    case .conditionOf: .hasCondition
    case .hasCondition: .conditionOf
    case .serves: .servedBy
    case .servedBy: .serves
    case .follows: .precedes
    case .precedes: .follows
    case .sameKind: .sameKind
    case .sameDossier: .sameDossier
    case .relates: .relates
    }
  }
}
