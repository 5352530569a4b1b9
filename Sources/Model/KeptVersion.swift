/// A former version of a file of records, as people choose it.
package struct KeptVersion: Hashable, Sendable {
  /// `quang-ninh/2023@2023-10-02T081500.123Z`.
  package let name: String
  /// The file it was: `follow-ups/quang-ninh/2023.json`.
  package let file: String
  /// When it was written.
  package let written: Moment

  package init(name: String, file: String, written: Moment) {
    (self.name, self.file, self.written) = (name, file, written)
  }
}

/// What a kept version has otherwise than the register has now.
package struct GenerationDifference: Hashable, Sendable {
  /// The records of the version.
  package var records = 0
  /// Records that have other fields now.
  package var changed = 0
  /// Records of the version that are not in the register any more.
  package var missing = 0
  /// Records of the file that the version has not got.
  package var newer = 0
  /// The register's file cannot be read: the version would take its place.
  package var putsBack = false

  package init() {}

  /// Whether restoring would do anything.
  package var isNothing: Bool { changed == 0 && missing == 0 && !putsBack }
}

/// A version that was read and compared.
package struct ComparedVersion: Hashable, Sendable {
  package let name: String
  /// nil where it cannot be read.
  package let difference: GenerationDifference?

  package init(name: String, difference: GenerationDifference?) {
    (self.name, self.difference) = (name, difference)
  }
}

/// What restoring a version would do, record by record.
package struct RestoringPlan: Hashable, Sendable {
  package struct Line: Hashable, Sendable {
    package let code: String
    package let title: String
    package let edits: [Edit]
    /// It is in the register no more, and would be again.
    package let isNew: Bool

    package init(code: String, title: String, edits: [Edit], isNew: Bool) {
      (self.code, self.title, self.edits, self.isNew) = (code, title, edits, isNew)
    }
  }

  package let name: String
  package let difference: GenerationDifference
  package let lines: [Line]

  package init(name: String, difference: GenerationDifference, lines: [Line]) {
    (self.name, self.difference, self.lines) = (name, difference, lines)
  }
}
