import App
import ArgumentParser
import Model
import Store
import Vietnamese

/// `dondoc set`: changes fields of records.
struct SetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set",
    abstract: "Sửa các trường / Change fields of records",
    discussion: """
      dondoc set QN23-09 QN23-10 chutri=ubbg! han=15/7 --why 'chờ phía bạn'
      dondoc set QN23-09 phoihop+=dba phoihop-=sngv +cửa-khẩu canbo='Nguyễn Văn An'
      dondoc set QN23-16 doitac.australia.status=done doitac.australia.answer='đã mở'
      dondoc set QN23-09 lienket+=depends-on:QN23-05
      dondoc set 'chutri:ubbg quá-hạn' uutien=1 --dry-run
      Toàn là mã thì sửa các mục ấy; không thì tất cả là một câu tìm, sửa mọi mục khớp: nhiều mục \
      thì hỏi lại, hoặc dùng --yes. / If all are codes, these are changed; else they are one query, \
      and all it finds are: it asks when they are several, unless --yes is given.
      Không ghi gì sau dấu = là bỏ trống. Trạng thái đổi bằng dondoc status. / Nothing behind = \
      empties the field. The status is changed by dondoc status.
      """)

  @Argument(
    help: ArgumentHelp(
      "Mã…, hoặc câu tìm, rồi trường=giá trị… / Codes, or a query, then field=value.",
      valueName: "code…|query field=value…"))
  var words: [String]

  @OptionGroup var said: DayAndReason

  @OptionGroup var trial: TrialOptions

  @Flag(help: "Cho qua dù thiếu; phải có --why / Pass although something is missing; needs --why.")
  var force = false

  @Flag(help: "Không hỏi lại khi sửa nhiều mục / Do not ask before changing several.")
  var yes = false

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let changing = try Changing(options)
    let (opened, context) = (changing.opened, changing.context)
    let typed = words.map(nfc)
    let edits = typed.filter(EditReader.isEdit)
    guard !edits.isEmpty else { throw Failure(CommandWords.noEdit, context.language, .usage) }
    try said.check(force: force, context)
    let day = try said.day(context)
    let edit = RecordEdit(
      try FieldEdits.read(edits, opened), why: said.reason, on: day)
    let meant = try MeantRecords(typed.filter { !EditReader.isEdit($0) }, opened)
    let addresses = meant.addresses
    let planned = try plan(.edit(edit), addresses, opened)
    guard trial.show(planned, opened) else { return }
    if !yes { try meant.confirm(changing: Set(planned.map(\.record.key)).count, opened) }
    try changing.finish(isSilent: !context.isJSON) { (store, signature) throws(StoreError) in
      try store.perform(
        .edit(edit), on: addresses, as: signature, force: force, why: said.reason)
    }
  }

  private func plan(
    _ action: Action, _ addresses: [RecordAddress], _ opened: OpenRegister
  ) throws(Failure) -> [PlannedChange] {
    let signature = opened.context.surroundings.signature()
    do throws(StoreError) {
      return try opened.store.preview(action, on: addresses, as: signature, force: force)
    } catch {
      // Of several refusals each is said.
      let refused = opened.store.plan(action, on: addresses, as: signature, force: force)
        .filter { $0.refusal != nil && !$0.isUnchanged }
      guard refused.count < 2 else {
        throw Failure(
          refused.compactMap { line in
            guard case .action(let reason)? = line.refusal else { return nil }
            return opened.sentence(.refused(code: line.code, reason))
          })
      }
      throw Failure([opened.sentence(error)])
    }
  }
}

extension FieldEdits {
  /// What was typed as `field=value`, each read as the fields want it.
  static func read(_ edits: [String], _ opened: OpenRegister) throws(Failure) -> [FieldEdit] {
    let register = opened.register
    let workingDays = WorkingDays(opened.store.folder)
    let reader = EditReader(
      picker: EntryPicker(
        opened.store.registry, today: opened.context.today, letters: opened.store.lettersInUse),
      forms: .catalogue, today: opened.context.today,
      key: { code in
        guard let place = register.place(ofCode: code.uppercased()),
          let (chunk, row) = register.row(at: place)
        else { return nil }
        return chunk.key(row)
      }, isWorkingDay: { workingDays.isWorked(Day($0)) },
      event: { register.event(ofCode: $0) })
    var all: [FieldEdit] = []
    for text in edits {
      do throws(EditError) {
        let reading = try reader.read(text)
        if let single = reading.edits.first(where: { $0.isSingle }),
          all.contains(where: { $0.field == single.field })
        {
          throw EditError(.repeated(single.field), 0..<text.count)
        }
        if !reading.yearsWithoutHolidays.isEmpty {
          let words = CommandWords.holidaysUnknown(reading.yearsWithoutHolidays)
          Output.complain(opened.context.say(words))
        }
        all += reading.edits
      } catch {
        throw Failure(
          error.pointer(in: text)
            + [
              error.words(naming: opened.store.registry, on: .commandLine)(opened.context.language)
            ], .usage)
      }
    }
    return all
  }
}

extension FieldEdit {
  /// Whether it says all there is to say of its field.
  fileprivate var isSingle: Bool {
    switch self {
    case .set, .due: true
    case .join, .leave, .replace, .line, .link, .unlink: false
    }
  }
}
