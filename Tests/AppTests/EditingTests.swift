@testable import App
@testable import Model
import Store
import Terminal
import TestKit
import Testing
import Vietnamese

/// Editing one record: the form of every field, the line, labels, the bin, copying.
@Suite struct EditingTests {
  private static let sizes = [Size(rows: 24, columns: 80), Size(rows: 36, columns: 120)]

  private static func real(_ size: Size, _ language: Language = .vi) throws -> AppDriver {
    var driver = try AppDriver(RealRegister.path, size: size, language: language)
    driver.press("/")
    driver.type("QN23-09")
    driver.press("enter")
    return driver
  }

  private func form(_ driver: AppDriver) throws -> FormLayer {
    guard case .form(let form) = driver.state.layers.last else { throw Missing.layer }
    return form
  }

  private func modify(_ driver: AppDriver) throws -> ModifyLayer {
    guard case .modify(let modify) = driver.state.layers.last else { throw Missing.layer }
    return modify
  }

  private enum Missing: Error {
    case layer
  }

  private func edits(_ driver: AppDriver) -> [FieldEdit] {
    driver.effects.flatMap { effect -> [FieldEdit] in
      if case .act(.edit(let edit), _, _, _) = effect { edit.fields } else { [] }
    }
  }

  // MARK: - The form

  @Test func everyEditableFieldStandsOnceInTheForm() throws {
    let listed = FormLayer.sections.flatMap(\.fields)
    #expect(Set(listed) == Set(Field.allCases.filter(\.isEditable)))
    #expect(listed.count == Set(listed).count)
  }

  @Test func aFormThatWasOnlyLookedThroughChangesNothing() throws {
    for code in ["QN23-09", "QN23-01", "NA23-16", "QG23-08"] {
      var driver = try AppDriver(RealRegister.path, size: Self.sizes[1])
      driver.state.views.selected = .all
      driver.press("/")
      driver.type(code)
      driver.press("enter e")
      let count = try form(driver).fields.count
      for _ in 0..<count {
        driver.press("tab")
        #expect(try form(driver).fields.allSatisfy { $0.complaint == nil })
      }
      #expect(try !form(driver).isChanged)
      driver.press("ctrl-s")
      #expect(driver.effects.isEmpty)
      driver.press("esc")
      #expect(driver.state.layers.isEmpty)
    }
  }

  private static func go(to question: FormQuestion, _ driver: inout AppDriver) {
    for _ in 0..<60 {
      guard case .form(let form) = driver.state.layers.last else { return }
      if form.fields[form.active].question == question { return }
      driver.press("tab")
    }
  }

  @Test func onlyWhatDiffersBecomesAnEditAndAllAreOneChange() throws {
    var (driver, folder) = try ChangingTests.driver(writing: true)
    defer { withExtendedLifetime(folder) {} }
    driver.press("e")
    Self.go(to: .field(.coordinating), &driver)
    driver.type("dba")
    driver.press("enter")
    Self.go(to: .field(.tags), &driver)
    driver.type("cửa khẩu,gấp,")
    Self.go(to: .field(.remarks), &driver)
    driver.type("dòng một")
    driver.press("enter")
    driver.type("dòng hai")
    driver.press("ctrl-s")
    #expect(driver.state.layers.isEmpty)
    #expect(
      Set(edits(driver)) == [
        .join(.coordinating, ["vu-dba"]), .join(.tags, ["cửa khẩu", "gấp"]),
        .set(.remarks, .text("dòng một\ndòng hai")),
      ])
    #expect(driver.effects.count == 1)
    #expect(driver.state.detail.followUp?.remarks == "dòng một\ndòng hai")
    driver.press("u")
    #expect(driver.state.detail.followUp?.tags == [])
  }

  @Test func aLeadIsConfirmedInTheForm() throws {
    var (driver, folder) = try ChangingTests.driver(writing: true)
    defer { withExtendedLifetime(folder) {} }
    driver.press("e")
    Self.go(to: .firmness, &driver)
    driver.press("1 ctrl-s")
    #expect(driver.state.detail.followUp?.lead == Lead(unit: "ubbgqg", isProposed: false))
  }

  @Test func whatIsWrongIsSaidUnderTheFieldOnLeavingIt() throws {
    var (driver, folder) = try ChangingTests.driver()
    defer { withExtendedLifetime(folder) {} }
    driver.press("e")
    Self.go(to: .field(.due), &driver)
    driver.type("31/2")
    driver.press("tab")
    #expect(try form(driver).field(.field(.due))?.complaint?.contains("31/2") == true)
    Self.go(to: .field(.category), &driver)
    driver.press("ctrl-u")
    driver.type("zzzz")
    driver.press("tab ctrl-s")
    #expect(driver.effects.isEmpty)
    let form = try form(driver)
    #expect(form.field(.field(.due))?.input.text == "31/2")
    #expect(form.fields[form.active].question == form.fault?.question)
  }

  @Test func escAsksOnceBeforeThrowingAway() throws {
    var driver = try Self.real(Self.sizes[1])
    driver.press("e x esc")
    #expect(try form(driver).isLeaving)
    driver.press("y")
    #expect(try !form(driver).isLeaving)
    driver.press("esc esc")
    #expect(driver.state.layers.isEmpty)
    driver.press("e esc")
    #expect(driver.state.layers.isEmpty)
  }

  @Test func aResizeInTheMiddleLosesNothing() throws {
    for keys in ["e", "m", "A", "+", "p"] {
      var driver = try Self.real(Self.sizes[1])
      driver.press(keys)
      driver.type("gõ dở")
      let before = driver.state.layers
      for size in [Self.sizes[0], Size(rows: 5, columns: 20), Size(rows: 50, columns: 200)] {
        driver.send(.resized(size))
        _ = driver.canvas
      }
      driver.send(.resized(Self.sizes[1]))
      #expect(driver.state.layers == before, "\(keys)")
    }
  }

  @Test func theActiveFieldIsAlwaysInSight() throws {
    for size in Self.sizes + [Size(rows: 15, columns: 60)] {
      var driver = try Self.real(size)
      driver.press("e")
      for _ in try form(driver).fields {
        let form = try form(driver)
        if case .choice = form.fields[form.active].kind {
        } else {
          #expect(draw(driver.state).cursor != nil, "\(form.fields[form.active].question)")
        }
        driver.press("tab")
      }
    }
  }

  @Test func aPasteTooLongSaysWhatWasLeftOut() throws {
    var driver = try Self.real(Self.sizes[1])
    driver.press("A")
    driver.send(.paste(String(repeating: "một hai ba\n", count: 1 << 20)))
    #expect(driver.state.notice?.tone == .bad)
    #expect(driver.state.notice?.text.contains("MB") == true)
    #expect(
      try form(driver).fields[0].input.text.unicodeScalars.count
        == TextField.most(isMultiline: true))
  }

  // MARK: - The line

  @Test func aLineIsEchoedAndSavedAsOneChange() throws {
    var (driver, folder) = try ChangingTests.driver(writing: true)
    defer { withExtendedLifetime(folder) {} }
    driver.press("m")
    driver.type("han:cuối quý chutri:dba! +unesco ghichu:\"hai chữ\"")
    let echo = try modify(driver).echo
    #expect(echo.count >= 4)
    #expect(echo.contains { $0.hasPrefix("Hạn: — → ") && $0.contains("31/12/2023") })
    driver.press("enter")
    let followUp = driver.state.detail.followUp
    #expect(followUp?.due?.date.day == Day("2023-12-31"))
    #expect(followUp?.lead == Lead(unit: "vu-dba", isProposed: false))
    #expect(followUp?.tags == ["unesco"])
    #expect(followUp?.remarks == "hai chữ")
    driver.press("u")
    #expect(driver.state.detail.followUp?.due == nil)
  }

  @Test(arguments: [
    ("han:31/2", "31/2"), ("hann:15/4", "hann"), ("15/4", "15/4"), ("chutri:zzzz", "zzzz"),
    ("+moi han:15/4 han:16/4", "han"), ("ghichu:\"chưa đóng", "\"chưa đóng"),
    ("phoihop+=dba,zzzz", "zzzz"), ("trangthai:done", "trangthai"),
  ])
  func aMistakePointsAtItsWordAndNothingIsSaved(line: String, wrong: String) throws {
    var driver = try Self.real(Self.sizes[1])
    driver.press("m")
    driver.send(.paste(line))
    driver.press("enter")
    let modify = try modify(driver)
    #expect(modify.field.text == line)
    let range = try #require(modify.faults.first?.range)
    #expect(String(Array(line)[range]) == wrong)
    #expect(driver.effects.isEmpty)
  }

  @Test func puttingOffNeedsTheReasonAndTakesItFromTheLine() throws {
    var (driver, folder) = try ChangingTests.driver(writing: true)
    defer { withExtendedLifetime(folder) {} }
    driver.press("j m")
    driver.type("han:15/10/2023")
    #expect(try modify(driver).faults.count == 1)
    driver.type(" lydo:phía bạn đề nghị")
    #expect(try modify(driver).faults.isEmpty)
    driver.press("enter")
    #expect(driver.state.detail.followUp?.extensions.map(\.reason) == ["phía bạn đề nghị"])
  }

  @Test func namesOfFieldsAreNotComposed() throws {
    var driver = try Self.real(Self.sizes[1])
    driver.state.typing = .telex
    driver.press("m")
    driver.type("hoso:x ")
    #expect(try modify(driver).field.text == "hoso:x ")
    driver.type("han:cuoosi quys doitac.nga.status=done +uwu ")
    #expect(
      try modify(driver).field.text == "hoso:x han:cuối quý doitac.nga.status=done +ưu ")
  }

  // MARK: - Labels, coordinating units, the bin, copying

  @Test func labelsJoinAndLeave() throws {
    var (driver, folder) = try ChangingTests.driver(writing: true)
    defer { withExtendedLifetime(folder) {} }
    driver.press("+")
    driver.type("gấp")
    driver.press("enter")
    driver.type("cửa khẩu")
    driver.press("enter enter")
    #expect(driver.state.detail.followUp?.tags == ["gấp", "cửa khẩu"])
    driver.press("-")
    driver.type("cua")
    driver.press("enter ctrl-s")
    #expect(driver.state.detail.followUp?.tags == ["gấp"])
  }

  @Test func coordinatingUnitsAreChips() throws {
    var (driver, folder) = try ChangingTests.driver(writing: true)
    defer { withExtendedLifetime(folder) {} }
    driver.press("p")
    driver.type("dba")
    driver.press("enter")
    #expect(try form(driver).fields[0].chips(width: 40) == ["[Vụ Đông Bắc Á]"])
    driver.press("enter")
    #expect(driver.state.detail.followUp?.coordinating.map(\.id) == ["vu-dba"])
    driver.press("p backspace ctrl-s")
    #expect(driver.state.detail.followUp?.coordinating == [])
  }

  @Test func theBinAsksAndGivesBack() throws {
    var (driver, folder) = try ChangingTests.driver(writing: true)
    defer { withExtendedLifetime(folder) {} }
    let count = driver.codes.count
    let code = driver.codes[0]
    driver.press("D 2")
    #expect(driver.codes.count == count)
    driver.press("D enter")
    #expect(!driver.codes.contains(code))
    driver.press("g D enter")
    #expect(driver.codes.contains(code))
    driver.press("g D")
    #expect(driver.state.layers.isEmpty)
    driver.press("D enter u")
    #expect(driver.codes.contains(code))
  }

  @Test func theCodeAndTheRowAreCopiedAsPlainText() throws {
    var driver = try Self.real(Self.sizes[1])
    driver.press("y Y")
    guard case .copy(let row) = driver.effects.last else { throw Missing.layer }
    #expect(driver.effects.first == .copy("QN23-09"))
    #expect(row.hasPrefix("QN23-09 | "))
    #expect(!row.unicodeScalars.contains { $0.value < 0x20 })
    #expect(
      String(decoding: Clipboard.sequence(for: "Hạn"), as: UTF8.self) == "\u{1B}]52;c;SOG6oW4=\u{7}"
    )
  }

  // MARK: - Pictures

  @Test(arguments: sizes, Language.allCases)
  func pictureOfTheForm(size: Size, language: Language) throws {
    var driver = try Self.real(size, language)
    driver.press("e")
    try expectPicture(
      driver.canvas, "edit-\(size.columns)x\(size.rows)-\(language.rawValue)")
  }

  @Test(arguments: sizes)
  func pictureOfNamesBeingPicked(size: Size) throws {
    var driver = try Self.real(size)
    driver.press("e")
    Self.go(to: .field(.coordinating), &driver)
    driver.type("sngv,vu")
    try expectPicture(driver.canvas, "edit-names-\(size.columns)x\(size.rows)-vi")
  }

  @Test(arguments: sizes)
  func pictureOfALongNote(size: Size) throws {
    var driver = try Self.real(size)
    driver.press("A")
    driver.send(
      .paste(
        "Đã làm việc với Sở Ngoại vụ về hồ sơ công bố cửa khẩu.\nPhía bạn đề nghị lùi đến quý sau; "
          + "Ủy ban Biên giới quốc gia xem lại tuyến đường và trả lời bằng văn bản."))
    try expectPicture(driver.canvas, "note-\(size.columns)x\(size.rows)-vi")
  }

  @Test(arguments: sizes, Language.allCases)
  func pictureOfTheLine(size: Size, language: Language) throws {
    var driver = try Self.real(size, language)
    driver.press("m")
    driver.type("han:15/12/2023 phoihop+=đba +cửa-khẩu")
    try expectPicture(
      driver.canvas, "modify-\(size.columns)x\(size.rows)-\(language.rawValue)")
  }

  @Test(arguments: sizes)
  func pictureOfAMistakeInTheLine(size: Size) throws {
    var driver = try Self.real(size)
    driver.press("m")
    driver.type("han:31/2 phoihop+=đba")
    try expectPicture(driver.canvas, "modify-wrong-\(size.columns)x\(size.rows)-vi")
  }

  @Test(arguments: sizes)
  func pictureOfTheBin(size: Size) throws {
    var driver = try Self.real(size)
    driver.press("D")
    try expectPicture(driver.canvas, "bin-\(size.columns)x\(size.rows)-vi")
  }
}
