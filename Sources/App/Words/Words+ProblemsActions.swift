package import Model
internal import Vietnamese

extension ActionError {
  /// The sentence; `registry` is where the names of ids come from.
  package func words(naming registry: Registry, on surface: Surface) -> Words {
    switch self {
    case .step(let error): error.words(naming: registry, on: surface)
    case .emptyNote:
      Words("Chưa ghi gì; hãy viết diễn biến.", "Nothing was written; write the note.")
    case .extensionWithoutReason(let from, let to): StepError.extending(from, to, surface)
    case .dueBeforeRaised(let due, let raised): StepError.dueBeforeRaised(due, raised)
    case .noDeadlineWithoutReason:
      Words("Bỏ hạn cần lý do", "Taking the deadline away needs a reason")
        .wantingReason(surface)
    case .nothingChanged:
      Words("Đã như vậy rồi, không có gì để đổi.", "It is so already; there is nothing to change.")
    case .mandatory(let field):
      Words(
        "“\(field.words.vi)” không được để trống.", "“\(field.words.en)” may not be empty.")
    case .reasonBesideDeadline: reasonBesideDeadline(surface)
    case .noSuchLine(let id): noSuchLine(id, registry, surface)
    case .dueInARing: EventText.ring
    case .linkToItself:
      Words("Một mục không liên kết với chính nó.", "A record is not linked to itself.")
    case .inTheBin(let since):
      Words(
        "Mục này trong thùng rác từ \(day(since, .vi)) nên không sửa; "
          + "\(surface.key(.restore, or: "dondoc redo")) để lấy lại.",
        "It is in the bin since \(day(since, .en)), so it is left alone; "
          + "\(surface.key(.restore, or: "dondoc redo")) takes it out.")
    case .notClear(let needs):
      Words(
        "Còn thiếu \(Need.list(needs, .vi)).", "Missing: \(Need.list(needs, .en)).")
    case .noParts:
      Words(
        "Tách thành những mục nào? Ghi tên mỗi mục con.",
        "Split into which parts? Write a title for each.")
    case .emptyTitle: Words("Mục con nào cũng cần nội dung.", "Each part needs a title.")
    case .endedAlready(let status): splitOfEnded(status)
    case .targetIsMerged(let code, let into): targetIsMerged(code, into)
    case .mergedMeanwhile(let code): mergedMeanwhile(code)
    case .chaseOfEnded(let status): chaseOfEnded(status)
    case .replyBeforeChase(let replyBy, let on): replyTooSoon(replyBy, on)
    case .notInProgramme: RatingWords.notInProgramme
    case .originOfProgramme: RatingWords.origin
    case .reviewClosed(let year): RatingWords.closed(year)
    case .notPeriodic: RatingWords.notPeriodic
    case .noSuchIssue(let typed, let span): RatingWords.noSuchIssue(typed, span)
    case .issueOutside(let issue, let period): RatingWords.issueOutside(issue, period)
    case .secretMark(let mark): mark.refusal(on: surface)
    case .attachment: SecretStub.noAttachment
    case .notAnEntry(let typed): notAnEntry(typed)
    case .noConflict(let matter):
      Words(
        "Không có xung đột nào về \(matter.words(naming: registry).vi) để xử lý.",
        "There is no conflict over \(matter.words(naming: registry).en) to settle.")
    case .unreadable(let error): ActionError.cannotBeRead(error)
    }
  }

  private static func cannotBeRead(_ error: ValueError) -> Words {
    Words(
      "Không đọc hết được mục này nên không sửa: \(error.words.vi) Chạy dondoc check.",
      "This record cannot be read whole, so it is left alone: \(error.words.en) Run dondoc check."
    )
  }

  private func reasonBesideDeadline(_ surface: Surface) -> Words {
    let way = surface.choose(
      screen: Words(
        "(xóa “\(Field.due.words.vi)”)", "(empty “\(Field.due.words.en)”)"),
      commandLine: Words("(han=)", "(due=)"))
    return Words(
      "Đã có hạn thì không ghi lý do chưa có hạn; bỏ hạn trước \(way.vi).",
      "There is a deadline, so there is no reason for having none; take it away first \(way.en).")
  }

  private func noSuchLine(_ id: String, _ registry: Registry, _ surface: Surface) -> Words {
    let way = surface.choose(
      screen: Words(
        "vào “\(Field.counterparts.words.vi)”", "to “\(Field.counterparts.words.en)”"),
      commandLine: Words("(doitac+=)", "(counterpart+=)"))
    return Words(
      "Mục này không có đối tác \(registry.name(id, in: .counterparts)); thêm trước \(way.vi).",
      "It has no counterpart \(registry.name(id, in: .counterparts, language: .en)); add it first "
        + "\(way.en).")
  }

  private func targetIsMerged(_ code: String, _ into: String) -> Words {
    Words(
      "\(code) đã gộp vào \(into); hãy gộp vào \(into).",
      "\(code) is merged into \(into) itself; merge into \(into).")
  }

  private func mergedMeanwhile(_ code: String) -> Words {
    Words(
      "Trong lúc ấy có người đã gộp mục này vào \(code) nên không sửa; hãy ghi vào \(code).",
      "Meanwhile somebody merged it into \(code), so it is left alone; change \(code) instead.")
  }

  private func splitOfEnded(_ status: Status) -> Words {
    Words(
      "Đã “\(status.words.vi)” thì không tách; mở lại trước.",
      "What is “\(status.words.en)” is not split; reopen it first.")
  }

  private func chaseOfEnded(_ status: Status) -> Words {
    Words(
      "Việc đã “\(status.words.vi)” nên không đôn đốc nữa.",
      "It is “\(status.words.en)”, so there is nothing to press for.")
  }

  private func replyTooSoon(_ replyBy: Day, _ on: Day) -> Words {
    Words(
      "Ngày cần trả lời \(day(replyBy, .vi)) sớm hơn ngày đôn đốc \(day(on, .vi)).",
      "The answer is asked for by \(day(replyBy, .en)), before the day of chasing, "
        + "\(day(on, .en)).")
  }

  private func notAnEntry(_ typed: String) -> Words {
    Words(
      "“\(typed)” không phải số thứ tự; chỉ ghi số trong sổ văn bản mật, ví dụ 17 hoặc 17/2023.",
      "“\(typed)” is no entry; write the number in the register of secret papers, as 17 or 17/2023."
    )
  }

  private func day(_ day: Day, _ language: Language) -> String { DeadlineText(language).day(day) }
}

extension StepError {
  /// The sentence; `registry` is where the names of counterparts come from.
  package func words(naming registry: Registry, on surface: Surface) -> Words {
    switch self {
    case .alreadyThere(let status):
      Words(
        "Đã ở trạng thái “\(status.words.vi)” rồi.", "It is “\(status.words.en)” already.")
    case .missing(let requirements, let status):
      Words(
        "Chuyển sang “\(status.words.vi)” còn thiếu: \(StepError.list(requirements, .vi, surface)).",
        "To be “\(status.words.en)” it still lacks: \(StepError.list(requirements, .en, surface)).")
    case .wrongResultKind(let kind, let status): StepError.wrongKind(kind, status, surface)
    case .reopensAsInProgress(let status):
      Words(
        "Việc đã “\(status.words.vi)” chỉ mở lại sang “\(Status.inProgress.words.vi)”.",
        "What is “\(status.words.en)” opens again as “\(Status.inProgress.words.en)” only.")
    case .intoItself:
      Words("Không thể gộp một mục vào chính nó.", "A record cannot be merged into itself.")
    case .dueBeforeRaised(let due, let raised): StepError.dueBeforeRaised(due, raised)
    case .extensionWithoutReason(let from, let to):
      StepError.extending(from, to, surface)
    case .openLines(let ids):
      Words(
        "Chưa thể hoàn thành: còn mở với \(StepError.names(ids, registry, .vi)).",
        "It cannot be done yet: still open with \(StepError.names(ids, registry, .en)).")
    case .openParts(let codes):
      Words(
        "Chưa thể hoàn thành: còn mục con đang mở: \(codes.joined(separator: ", ")).",
        "It cannot be done yet: parts are still open: \(codes.joined(separator: ", ")).")
    }
  }

  static func dueBeforeRaised(_ due: Day, _ raised: Day) -> Words {
    let (vi, en) = (DeadlineText(.vi), DeadlineText(.en))
    return Words(
      "Hạn \(vi.day(due)) sớm hơn ngày nêu \(vi.day(raised)); xem lại ngày.",
      "The deadline \(en.day(due)) is before the day it was raised, \(en.day(raised)); check it.")
  }

  fileprivate static func extending(_ from: Day, _ to: Day, _ surface: Surface) -> Words {
    let (vi, en) = (DeadlineText(.vi), DeadlineText(.en))
    return Words(
      "Gia hạn từ \(vi.day(from)) đến \(vi.day(to)) cần lý do",
      "Moving the deadline from \(en.day(from)) to \(en.day(to)) needs a reason"
    ).wantingReason(surface)
  }

  private static func wrongKind(
    _ kind: ResultKind, _ status: Status, _ surface: Surface
  ) -> Words {
    let allowed = status == .notPursued ? ResultKind.forNotPursued : ResultKind.forDone
    func list(_ language: Language) -> String {
      allowed.map { kind in
        surface == .commandLine
          ? "\(kind.words(language)) (\(kind.rawValue))" : kind.words(language)
      }.joined(separator: ", ")
    }
    return Words(
      "“\(kind.words.vi)” không phải hình thức kết quả của “\(status.words.vi)”; chọn: "
        + list(.vi) + ".",
      "“\(kind.words.en)” is no kind of result for “\(status.words.en)”; choose: "
        + list(.en) + ".")
  }

  /// On the command line each with the option that states it; forms have fields of these names.
  private static func list(
    _ requirements: [Requirement], _ language: Language, _ surface: Surface
  ) -> String {
    requirements.map { requirement in
      let label = requirement.words(language)
      let name = label.prefix(1).lowercased() + label.dropFirst()
      guard surface == .commandLine else { return name }
      return requirement.option.map { "\(name) (\($0))" } ?? name
    }.joined(separator: ", ")
  }

  private static func names(
    _ ids: [String], _ registry: Registry, _ language: Language
  ) -> String {
    ids.map { registry.name($0, in: .counterparts, language: language) }.joined(separator: ", ")
  }
}

extension UndoConflict {
  /// The sentence; the reader's clock is `seconds` east of UTC.
  package func words(secondsEast seconds: Int, on surface: Surface) -> Words {
    let moment = at.shifted(bySeconds: seconds)
    let name = Field(rawValue: field)?.words ?? Words(field, field)
    let look = surface.choose(
      screen: Words(
        "thẻ \(DetailPane.Tab.history.words.vi) của \(code)",
        "the tab \(DetailPane.Tab.history.words.en) of \(code)"),
      commandLine: Words("dondoc show \(code)", "dondoc show \(code)"))
    return Words(
      "Không hoàn tác được: \(by) đã sửa “\(name.vi)” của \(code) lúc \(moment.clock) "
        + "\(DeadlineText(.vi).day(moment.day)). Xem \(look.vi) rồi sửa trực tiếp.",
      "It cannot be undone: \(by) has changed “\(name.en)” of \(code) at \(moment.clock), "
        + "\(DeadlineText(.en).day(moment.day)). Look at \(look.en) and change it directly."
    )
  }
}

extension Words {
  /// A sentence without its end, and where the reason it asks for is stated.
  fileprivate func wantingReason(_ surface: Surface) -> Words {
    let way = surface.choose(
      screen: Words(
        "; ghi vào “\(Requirement.reason.words.vi)”, ở dòng lệnh là vì:\"…\".",
        "; write it in “\(Requirement.reason.words.en)”, on a line why:\"…\"."),
      commandLine: Words(" (--reason).", " (--reason)."))
    return Words(vi + way.vi, en + way.en)
  }
}
