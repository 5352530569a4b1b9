package import Model
internal import Terminal
internal import Vietnamese

/// A paper to be read: the draft of a letter, a table; what it may be followed by is in its keys.
package struct DraftLayer: Equatable, Sendable {
  package var title: Words
  package var lines: [String] { didSet { laid = nil } }
  /// The first line that shows.
  package var top = 0
  /// Its columns are aligned, so that it is not set wider than they are.
  package var isTable = false { didSet { laid = nil } }
  /// The lines as they were set last: a paper of many pages is not set anew for each key.
  var laid: Laid?
  /// What Enter writes a sent letter down for.
  package var toRecord: [RecordAddress] = []
  /// What Enter makes new records of, and why.
  package var creates: [RecordDraft] = []
  package var why: String?
  /// The closed year that the records are read for.
  package var copies: ReviewSheet?
  /// What its other lines are still to be worked out from, if these are only the first.
  var unfinished: LettersQuestion?
  /// The keys of the records that are being read for it.
  package var awaits: Set<String> = []

  package init(title: Words, lines: [String]) {
    self.title = title
    self.lines = lines
  }
}

extension DraftLayer {
  /// Lines set to a width.
  struct Laid: Equatable, Sendable {
    let columns: Int
    let lines: [String]
  }
}

extension FormLayer {
  /// The questions of a chase; the way is the next step of the ladder until another is chosen.
  static func chase(of followUp: FollowUp, slot: Int, ladder: ChaseLadder) -> FormLayer {
    var channel = FormField(
      .channel, Words("Cách đôn đốc", "How"), .choice(ChaseChannel.allCases.map(\.words)),
      isRequired: true)
    let next = ladder.next(after: followUp.lastChase).channel
    channel.selected = ChaseChannel.allCases.firstIndex(of: next) ?? 0
    let count = followUp.chases.count + 1
    return FormLayer(
      .chase,
      title: Words(
        "Đôn đốc \(followUp.code), lần \(count)", "Chase of \(followUp.code), number \(count)"),
      slot: slot, key: followUp.key,
      fields: [
        channel,
        FormField(
          .recipient, Words("Gửi ai (hoặc chủ trì)", "To whom (or the lead)"), .text,
          isRequired: false),
        FormField(.paper, Words("Văn bản (nếu có)", "Paper (if any)"), .text, isRequired: false),
        FormField(
          .replyBy, Words("Cần trả lời trước", "Answer by"), .date, isRequired: false),
        FormField(.on, Words("Ngày", "Day"), .date, isRequired: false),
      ])
  }
}

extension AppState {
  /// The form of a chase, or the draft letter of a record that was pressed today already.
  func chaseLayer(_ followUp: FollowUp, slot: Int) -> Layer {
    if followUp.lastChase?.on == today, let draft = draftLetter(followUp) { return .draft(draft) }
    return .form(.chase(of: followUp, slot: slot, ladder: context.round.ladder))
  }

  private func draftLetter(_ followUp: FollowUp) -> DraftLayer? {
    guard let place = selectedPlace,
      let letter = LetterRound.Letter(about: followUp, at: place, context: context)
    else { return nil }
    let contact = register.registry.unit(register.profile.contactMinistry, on: today)?.id
    let next = followUp.lastChase?.replyBy ?? Day(ordinal: today.ordinal + 14)
    let lines = LetterText(register.registry, language).lines(
      letter, copy: contact == letter.to ? nil : contact, today: today, next: next
    ) { _ in followUp.title }
    return DraftLayer(
      title: Words("Dự thảo công văn đôn đốc", "Draft letter of chasing"), lines: lines)
  }
}
