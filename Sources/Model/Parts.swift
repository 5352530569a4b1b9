/// The unit that leads the work, and whether that was confirmed in writing.
package struct Lead: Hashable, Sendable {
  package var unit: String
  /// Inferred and not yet confirmed: shown as "(dự kiến)". Source: domain.md §2.
  package var isProposed: Bool

  package init(unit: String, isProposed: Bool) {
    self.unit = unit
    self.isProposed = isProposed
  }
}

/// A unit, province or place that a record names, or that was inferred from it.
package struct Mention: Hashable, Sendable {
  package var id: String
  package var isInferred: Bool
}

/// One foreign counterpart of a record, with its own status and answer.
package struct CounterpartLine: Hashable, Sendable {
  package var counterpart: String
  package var isInferred: Bool
  /// nil until the line is followed by itself.
  package var status: Status?
  package var unit: String?
  package var answer: String?
  package var paper: String?
  package var on: Day?
}

/// A printed figure. Source: domain.md §7.
package struct Quantity: Hashable, Sendable {
  /// The number as written; nil for a lot without one.
  package var number: String?
  package var unit: String
  package var item: String
  package var qualifier: Qualifier
  package var note: String?
}

/// A link to another record, by its key.
package struct Link: Hashable, Sendable {
  package var relation: Relation
  package var to: String

  package init(_ relation: Relation, to: String) {
    self.relation = relation
    self.to = to
  }
}

/// Where a record was found: a document of the registry and its paragraphs, or a paper in words.
package struct Source: Hashable, Sendable {
  package var document: String
  package var paragraphs: [Int]
  /// A further source beside the first.
  package var isFurther: Bool

  /// Whether a text has the form of an id: a document of the registry, not a paper in words.
  package static func isIdLike(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
          UInt8(ascii: "-"):
          true
        default: false
        }
      }
  }
}

/// A progress note.
package struct Note: Hashable, Sendable {
  package var id: String
  package var on: Day
  package var by: String
  package var text: String

  package init(id: String, on: Day, by: String, text: String) {
    self.id = id
    self.on = on
    self.by = by
    self.text = text
  }
}

/// A deadline that was moved; the earlier one is kept. Source: domain.md §5.
package struct Extension: Hashable, Sendable {
  package var on: Day
  package var from: PartialDate
  package var to: PartialDate?
  package var reason: String
  package var paper: String?
}

/// A paper that proves or answers something; the file itself may be kept elsewhere.
package struct Paper: Hashable, Sendable {
  package var number: String?
  package var on: Day?
  package var issuer: String?
  package var subject: String?
  package var kept: String?
}

/// One time the lead was pressed for an answer.
package struct Chase: Hashable, Sendable {
  package var on: Day
  package var channel: String
  package var to: String?
  package var paper: String?
  package var replyBy: Day?
}

/// A span of days.
package struct Period: Hashable, Sendable {
  package var from: Day
  package var to: Day
}

/// A leader's yes.
package struct Agreement: Hashable, Sendable {
  package var by: String
  package var on: Day?
  package var source: String?
}

/// Whose answer is awaited, and since when.
package struct Waiting: Hashable, Sendable {
  package var whom: String
  package var since: Day
  package var letter: String?
}

package struct Pause: Hashable, Sendable {
  package var reason: String
  package var lookAgainOn: Day?
}

package struct Outcome: Hashable, Sendable {
  package var kind: ResultKind?
  package var text: String?
}

/// That a secret paper exists, and nothing of what it says. Source: domain.md §10.
package struct SecretStub: Hashable, Sendable {
  package var degree: Secrecy
  /// The entry number in the paper register of secret papers.
  package var entry: String

  package init(degree: Secrecy, entry: String) {
    self.degree = degree
    self.entry = entry
  }

  /// `17`, `17/2023`: a number and perhaps a year, in which nothing of the paper can be told.
  package var isEntryNumber: Bool {
    let parts = entry.split(separator: "/", omittingEmptySubsequences: false)
    let isNumber = parts.allSatisfy { part in
      (1...6).contains(part.utf8.count) && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
    return isNumber && (1...2).contains(parts.count)
  }
}
