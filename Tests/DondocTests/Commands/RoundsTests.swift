import Foundation
import TestKit
import Testing

/// The stories of the rounds, told to the commands.
@Suite struct RoundsTests {
  // MARK: - S4: reminder letters on Monday 2/10/2023

  private func registerOfMonday() throws -> TemporaryFolder { try RoundStory.register() }

  private func letters(_ folder: TemporaryFolder, today: String, _ more: String...) throws -> Run {
    try Run(
      list: ["letter", "--json", "tinh:quang-ninh", "--today", today] + more, data: folder.path)
  }

  private func summary(_ run: Run) throws -> [String] {
    let letters = try #require(try run.json()["letters"] as? [[String: Any]])
    return letters.flatMap { letter in
      (letter["items"] as? [[String: Any]] ?? []).map { item in
        let parts = [letter["name"], item["code"], item["due"], item["daysOverdue"]]
        return (parts + [item["reminder"]]).map { "\($0 ?? "?")" }.joined(separator: " | ")
      }
    }
  }

  private func pairs(_ run: Run, _ list: String, _ value: String) throws -> [String: String] {
    let items = try #require(try run.json()[list] as? [[String: Any]])
    return Dictionary(
      uniqueKeysWithValues: items.map { ("\($0["code"] ?? "?")", "\($0[value] ?? "?")") })
  }

  @Test func lettersAreGroupedByLeadAndTheRestIsNamedWithItsReason() throws {
    let folder = try registerOfMonday()
    let run = try letters(folder, today: "2023-10-02", "--dry-run")
    #expect(
      try summary(run) == [
        "Vụ Đông Bắc Á | QN23-06 | 2023-08-31 | 32 | 2",
        "Vụ Đông Bắc Á | QN23-22 | 2023-09-28 | 4 | 1",
        "Ủy ban Biên giới quốc gia | QN23-09 | 2023-09-29 | 3 | 1",
        "Ủy ban Biên giới quốc gia | QN23-10 | 2023-09-29 | 3 | 1",
        "Vụ Tổng hợp kinh tế | QN23-14 | 2023-09-15 | 17 | 1",
      ])
    #expect(try pairs(run, "own", "days") == ["QN23-11": "3", "QN23-40": "12"])
    let left = try pairs(run, "left", "reason")
    let expected = [
      "QN23-08": "dueToday", "QN23-12": "dueSoon", "QN23-17": "paused", "QN23-18": "doneLate",
      "QN23-20": "within", "QN23-23": "within",
    ]
    for (code, reason) in expected { #expect(left[code] == reason, "\(code)") }
    #expect(!run.output.contains("NA23-32"))
    let copies = try #require(try run.json()["letters"] as? [[String: Any]])
      .map { $0["copy"] as? [String] }
    #expect(copies == [["cuc-ngoai-vu"], ["cuc-ngoai-vu"], ["cuc-ngoai-vu"]])
    let found = try Run(
      "list", "tinh:quang-ninh", "--json", "--today", "2023-10-02", data: folder.path)
    #expect(try found.json()["count"] as? Int == 5 + 2 + left.count)
  }

  @Test func recordedLettersCountAndTheNextComesAfterFourteenDays() throws {
    let folder = try registerOfMonday()
    let sent = try letters(folder, today: "2023-10-02", "--record", "--paper", "12/SNgV")
    #expect(try summary(sent).count == 5)
    let nexts = try #require(try sent.json()["letters"] as? [[String: Any]])
      .map { $0["next"] as? String }
    #expect(nexts == ["2023-10-16", "2023-10-16", "2023-10-16"])
    let record = try #require(
      try Run("show", "QN23-09", "--json", data: folder.path).followUps().first)
    #expect(record["status"] as? String == "awaitingReply")
    let chase = try #require((record["chases"] as? [[String: Any]])?.first)
    #expect(chase["on"] as? String == "2023-10-02")
    #expect(chase["to"] as? String == "ubbgqg")
    #expect(chase["paper"] as? String == "12/SNgV")

    let early = try letters(folder, today: "2023-10-13")
    #expect(try pairs(early, "left", "reason")["QN23-09"] == "letterSent")
    let again = try summary(try letters(folder, today: "2023-10-16"))
    #expect(again.contains("Vụ Đông Bắc Á | QN23-06 | 2023-08-31 | 46 | 3"))
    #expect(again.contains("Ủy ban Biên giới quốc gia | QN23-09 | 2023-09-29 | 17 | 2"))

    #expect(try Run("undo", data: folder.path).code == 0)
    #expect(try summary(try letters(folder, today: "2023-10-02")).count == 5)
  }

  // MARK: - S7: one request, four counterparts

  @Test func theLinesOfARequestAreAnsweredOneByOne() throws {
    let folder = try RealRegister.copy()
    for answer in RoundStory.answers {
      let run = try Run(
        list: ["line", "QG23-23"] + answer + ["--today", "2024-03-20"], data: folder.path)
      #expect(run.code == 0, "\(run.complaint)")
    }
    let lines = try Run("line", "QG23-23", "--json", data: folder.path).json()
    #expect(lines["lines"] as? Int == 4)
    #expect(lines["answered"] as? Int == 3)
    #expect(lines["missing"] as? [String] == ["chau-a"])
    #expect(lines["parentStatus"] as? String == "inProgress")
    let text = try Run("line", "QG23-23", data: folder.path).output
    #expect(text.contains("trả lời 3/4, còn: châu Á (Vụ Đông Bắc Á)"))

    let stats = try Run("stats", "ma:QG23-23", "--json", data: folder.path).json()
    #expect(stats["total"] as? Int == 1)
    let by = try #require(stats["by"] as? [String: [[String: Any]]])
    let counts = (by["counterpart"] ?? []).map { "\($0["id"] ?? "?") \($0["total"] ?? 0)" }
    #expect(counts == ["australia 1", "chau-a 1", "chau-au 1", "hoa-ky 1"])
    let answered = try #require(
      try Run("show", "QG23-36", "--json", data: folder.path).followUps().first)
    #expect(answered["status"] as? String == "inProgress")
  }

  // MARK: - S9: given and received

  private func sums(_ arguments: String...) throws -> [String: String] {
    let run = try Run(list: ["quantities", "--json"] + arguments, data: RealRegister.path)
    let items = try #require(try run.json()["items"] as? [[String: Any]])
    var sums: [String: String] = [:]
    for item in items {
      for way in ["given", "received"] {
        guard let sum = item[way] as? [String: Any] else { continue }
        let name = "\(item["item"] ?? "?") \(item["unit"] ?? "?") \(way)"
        sums[name] = "\(sum["value"] ?? "?") \(sum["qualifier"] ?? "?")"
      }
    }
    return sums
  }

  private static let story =
    "ma:QN22-02,QN22-03,QN22-05,QN22-06,QN22-07,QN22-08,QN22-09,QN22-10"

  @Test func whatWasGivenAndReceivedInTheEpidemicIsSummed() throws {
    #expect(
      try sums(Self.story) == [
        "khẩu trang cái given": "1100000 under", "khẩu trang cái received": "577000 exact",
        "đồ phòng hộ bộ given": "14000 exact", "đồ phòng hộ bộ received": "41120 exact",
        "vắc-xin liều received": "200000 exact", "nước sát khuẩn chai given": "2000 exact",
        "máy tạo oxy máy received": "40 exact", "máy thở máy received": "4 exact",
        "tiền VND given": "1000000000 under", "tiền Kíp received": "50000000 exact",
      ])
  }

  @Test func aConversionAndALotAreShownAndNotSummed() throws {
    let run = try Run("quantities", "--json", "hoso:hs-covid", data: RealRegister.path).json()
    #expect(
      run["sources"] as? [String] == [
        "QN22-02", "QN22-03", "QN22-05", "QN22-06", "QN22-07", "QN22-08", "QN22-09", "QN22-10",
      ])
    let converted = try #require(run["converted"] as? [[String: Any]])
    #expect(converted.map { $0["code"] as? String } == ["QN22-08"])
    let lots = try #require(run["unquantified"] as? [[String: Any]])
    #expect(lots.map { $0["code"] as? String } == ["QN22-03", "QN22-05"])
    #expect(lots.map { $0["way"] as? String } == ["given", "received"])
  }

  @Test func onePartnerOrOneCountryAlone() throws {
    let guangxi = try sums("hoso:hs-covid", "--with", "quang-tay")
    #expect(guangxi["khẩu trang cái given"] == "1000000 exact")
    #expect(guangxi["khẩu trang cái received"] == "470000 exact")
    #expect(guangxi["đồ phòng hộ bộ received"] == "40000 exact")
    let laos = try sums("hoso:hs-covid", "--with", "lao")
    #expect(
      laos == [
        "khẩu trang cái given": "100000 under", "đồ phòng hộ bộ given": "14000 exact",
        "tiền Kíp received": "50000000 exact",
      ])
  }

  @Test func theTableIsWordedAsPapersAre() throws {
    let run = try Run("quantities", Self.story, data: RealRegister.path)
    #expect(run.output.contains("khẩu trang (cái)\tgần 1.100.000\t577.000"))
    #expect(run.output.contains("đã nhận: 110.000.000 VND quy đổi in trong bài (QN22-08)"))
  }

  // MARK: - Figures agree

  @Test func theTotalIsTheCountOfTheList() throws {
    for query in ["", "tinh:quang-ninh", "kind:request open", "tier:core"] {
      let list = try Run("list", query, "--json", data: RealRegister.path).json()
      let stats = try Run("stats", query, "--json", data: RealRegister.path).json()
      #expect(stats["total"] as? Int == list["count"] as? Int)
      let boxes = try #require(stats["boxes"] as? [String: Int])
      #expect(boxes.values.reduce(0, +) == stats["total"] as? Int)
      #expect(boxes.count == 6)
    }
  }

  @Test func anExtensionIsNamedByBothDeadlines() throws {
    let folder = try RealRegister.copy()
    for step in [
      ["due", "QN23-09", "2023-06-30"],
      ["due", "QN23-09", "2023-12-31", "--reason", "phía bạn đề nghị", "--paper", "45/CV"],
    ] { #expect(try Run(list: step, data: folder.path).code == 0) }
    let query = ["stats", "ma:QN23-09", "--json", "--today", "2023-10-02"]
    let adjusted = try Run(list: query, data: folder.path).json()
    #expect((adjusted["boxes"] as? [String: Int])?["openInTime"] == 1)
    let original = try Run(list: query + ["--by", "original"], data: folder.path).json()
    #expect((original["boxes"] as? [String: Int])?["openOverdue"] == 1)
    for run in [adjusted, original] {
      let differs = try #require(run["differs"] as? [[String: String]])
      #expect(
        differs == [["code": "QN23-09", "adjusted": "openInTime", "original": "openOverdue"]])
    }
    let record = try #require(
      try Run("show", "QN23-09", "--json", data: folder.path).followUps().first)
    let paper = (record["extensions"] as? [[String: Any]])?.first?["paper"] as? String
    #expect(paper == "45/CV")
  }

  // MARK: - The calendar

  @Test func theCalendarHasDeadlinesEventsAndAnniversaries() throws {
    let run = try Run(
      "calendar", "tinh:quang-ninh", "--from", "1/10/2023", "--to", "31/12/2023", "--json",
      "--today", "2023-10-02", data: RealRegister.path
    ).json()
    let entries = try #require(run["entries"] as? [[String: String]])
    let lines = entries.map {
      [$0["day"], $0["sort"], $0["code"]].compactMap { $0 }.joined(separator: " ")
    }
    #expect(lines.contains("2023-10-01 anniversary QN23-38"))
    #expect(lines.contains("2023-12-31 anniversary QN23-38"))
    #expect(lines.contains("2023-12-31 deadline QN23-23"))
    #expect(lines.contains("2023-12-31 event QN23-24"))
    let undated = try #require(run["undated"] as? [String])
    #expect(undated.contains("QN23-09") && !undated.contains("QN23-23"))
  }

  // MARK: - Bad input

  @Test(arguments: [
    (["due", "QN23-09", "2023-01-05"], "sớm hơn ngày nêu"),
    (["chase", "QN22-02", "--channel", "call"], "không đôn đốc nữa"),
    (
      ["chase", "QN23-09", "--reply-by", "2023-10-01", "--today", "2023-10-02"],
      "sớm hơn ngày đôn đốc"
    ),
    (["stats", "--by", "first"], "Được dùng: adjusted, original"),
    (["calendar", "--from", "2/2/2024", "--to", "1/2/2024"], "--from phải không sau --to"),
    (["chase", "QN23-09", "--channel", "fax"], "Không có cách đôn đốc"),
  ])
  func whatCannotBeIsRefusedInWords(arguments: [String], sentence: String) throws {
    let folder = try RealRegister.copy()
    let run = try Run(list: arguments, data: folder.path)
    #expect(run.code != 0)
    #expect(run.complaint.contains(sentence), "\(run.complaint)")
  }

  @Test func aYearWithoutDaysOffIsNamed() throws {
    let run = try Run(
      "chase", "--today-list", "--today", "2031-03-05", "--json", data: RealRegister.path)
    #expect(run.code == 0)
    #expect(run.complaint.contains("Chưa có lịch nghỉ năm 2031"))
  }

  @Test func aLadderThatIsNoneIsNamedWithItsPlace() throws {
    let folder = try RealRegister.copy()
    try folder.write(
      """
      {"format": "dondoc", "version": 1, "name": "Sổ", "provinces": ["quang-ninh"],
       "settings": {"chaseLadder": [{"channel": "fax", "days": 3}]}}
      """, to: "register.json")
    let run = try Run("stats", data: folder.path)
    #expect(run.code == 1)
    #expect(run.complaint.contains("settings.chaseLadder[0].channel"), "\(run.complaint)")
  }
}
