/// One thing to follow up, as screens and rules read it. Source: domain.md §3.
///
/// It is read from the ``Fields`` of a ``Record`` and never written back: a record alters only by
/// changes.
package struct FollowUp: Hashable, Sendable, Identifiable {
  /// The record's own name in the files; never shown, never altered.
  package var key: String
  package var id: String { key }
  package var code: String
  package var kind: Kind
  package var direction: Direction
  package var province: String
  package var alsoProvinces: [Mention] = []
  package var title: String
  package var titleEn: String?
  package var category: String
  package var tier: Tier
  package var raisedBy: String?
  package var raisedOn: Day?
  /// The key of the working session's own record.
  package var session: String?
  package var contactMinistry: String?
  package var contactProvince: String?
  package var lead: Lead?
  package var coordinating: [Mention] = []
  package var officer: String?
  package var leader: String?
  package var assigner: String?
  package var counterparts: [CounterpartLine] = []
  package var places: [Mention] = []
  package var topics: [String] = []
  package var tags: [String] = []
  package var quantities: [Quantity] = []
  package var emphasis: String?
  /// The words for the date as the paper prints them.
  package var dateWords: String?
  package var due: Deadline?
  /// What the deadline is counted from; then `due` is nil while the event's day is not known.
  package var dueEvent: EventOffset?
  package var noDeadlineReason: String?
  package var period: Period?
  package var recurrence: Recurrence?
  package var extensions: [Extension] = []
  package var programme: String?
  package var dossiers: [String] = []
  package var documents: [String] = []
  package var links: [Link] = []
  package var appliesTo: [String] = []
  package var status: Status
  package var statusOn: Day?
  package var agreement: Agreement?
  package var waiting: Waiting?
  /// Set by hand; otherwise it follows from the rest.
  package var holder: Holder?
  package var pause: Pause?
  /// The year the record was carried over to.
  package var carriedTo: Int?
  package var mergedInto: String?
  package var reason: String?
  package var expectedResult: String?
  package var result: Outcome?
  package var doneOn: PartialDate?
  package var evidence: [Paper] = []
  package var chases: [Chase] = []
  package var ratings: [Rating] = []
  package var deliveries: [Delivery] = []
  package var priority: Priority?
  package var regime: Regime = .public
  package var secretStub: SecretStub?
  package var sources: [Source] = []
  package var toConfirm: String?
  package var remarks: String?
  package var notes: [Note] = []
  /// Until this day it is out of the inbox: whoever triaged it put it off.
  package var putOffUntil: Day?
  /// The day it was let out of the inbox though something was not clear; the change says why.
  package var passedOn: Day?
  /// The day it was put into the bin; lists, views and counts leave it out then.
  package var binned: Day?
}

extension FollowUp {
  /// The status shown: derived from the counterpart lines where they are followed one by one.
  ///
  /// A record with an open line is never done. Source: domain.md §8, §14 rule 7.
  package var derivedStatus: Status { status.derived(from: counterparts.compactMap(\.status)) }

  package var deadlineFacts: DeadlineFacts { deadlineFacts(status: derivedStatus) }

  package func deadlineFacts(status: Status) -> DeadlineFacts {
    DeadlineFacts(
      status: status, kind: kind, due: due?.date.day, doneOn: doneOn?.day, recurrence: recurrence)
  }

  package var hasParts: Bool { links.contains { $0.relation == .hasPart } }
}

extension Register {
  /// The status shown: that of the row where parts of the record have a say in it.
  ///
  /// Linear in the records for one that has parts.
  package func status(of followUp: FollowUp) -> Status {
    guard followUp.hasParts, let place = place(ofKey: followUp.key), let found = row(at: place)
    else { return followUp.derivedStatus }
    return found.row.status
  }
}
