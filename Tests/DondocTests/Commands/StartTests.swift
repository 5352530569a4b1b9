import Foundation
import TestKit
import Testing

@Suite struct StartTests {
  @Test(arguments: [
    ([:], "vi"), (["LANG": "C"], "vi"), (["LANG": "C.UTF-8"], "vi"), (["LC_ALL": "POSIX"], "vi"),
    (["LANG": "vi_VN.UTF-8"], "vi"), (["LANG": "en_US.UTF-8"], "en"),
    (["LANG": "fr_FR.UTF-8"], "en"), (["LC_MESSAGES": "vi_VN", "LANG": "en_US"], "vi"),
    (["LC_ALL": "en_GB", "LC_MESSAGES": "vi_VN"], "en"),
    (["DONDOC_LANG": "en", "LC_ALL": "vi_VN"], "en"), (["DONDOC_LANG": "xx", "LANG": "vi"], "vi"),
  ])
  func speaksTheLanguageOfTheLocale(environment: [String: String], language: String) throws {
    let run = try Run(
      "list", data: "/nowhere", language: nil, environment: environment)
    #expect(run.complaint.hasPrefix(language == "vi" ? "Không có thư mục" : "There is no folder"))
  }

  @Test func theOptionGoesBeforeTheEnvironment() throws {
    let run = try Run("list", "--lang", "en", data: "/nowhere", language: "vi")
    #expect(run.complaint.hasPrefix("There is no folder"))
    let wrong = try Run("list", "--lang", "fr", data: "/nowhere")
    #expect(wrong.code == 2)
    #expect(wrong.complaint == "Không có ngôn ngữ “fr”; dùng --lang vi hoặc --lang en.\n")
  }

  @Test func findsTheRegisterUpwardsFromTheFolder() throws {
    let register = try SampleRegister()
    let run = try Run("list", "--json", folder: register.path + "/follow-ups/quang-ninh")
    #expect(try run.codes().count == 4)
  }

  @Test func findsTheRegisterInTheUsersDataFolder() throws {
    let folder = TemporaryFolder()
    let environment = ["XDG_DATA_HOME": folder.path]
    let none = try Run("list", environment: environment, folder: "/")
    #expect(none.code == 1)
    #expect(none.complaint.hasPrefix("Không thấy sổ nào"))
    #expect(none.complaint.contains(folder.path + "/dondoc"))
    #expect(try Run("init", environment: environment, folder: "/").code == 0)
    #expect(try Run("list", environment: environment, folder: "/").code == 0)
    let home = try Run("list", environment: ["HOME": folder.path], folder: "/")
    #expect(home.complaint.contains(folder.path + "/.local/share/dondoc"))
  }

  @Test func theOptionGoesBeforeTheEnvironmentsFolder() throws {
    let register = try SampleRegister()
    #expect(try Run("list", "--data", register.path, data: "/nowhere").code == 0)
    #expect(try Run("list", "--data", "/nowhere", data: register.path).code == 1)
  }

  @Test(arguments: [
    ["--data", "REGISTER", "--json", "list", "hoanh"],
    ["--data=REGISTER", "list", "--json", "hoanh"],
    ["--json", "list", "hoanh", "--data", "REGISTER"],
  ])
  func globalOptionsMayStandAnywhere(arguments: [String]) throws {
    let register = try SampleRegister()
    let run = try Run(
      list: arguments.map { $0.replacingOccurrences(of: "REGISTER", with: register.path) })
    #expect(try run.codes() == ["QN23-02"])
  }

  @Test func aCommandThatIsNoneIsNamed() throws {
    let run = try Run("statuss", "QN23-02")
    #expect(run.code == 2)
    #expect(run.complaint.hasPrefix("Không có lệnh “statuss”; có lẽ là “status”?"))
  }

  @Test func anOptionThatIsNoneIsAUsageError() throws {
    let run = try Run("list", "--bogus")
    #expect(run.code == 2)
    #expect(run.complaint.contains("--bogus"))
    #expect(run.complaint.hasPrefix("dondoc: không hiểu dòng lệnh này."))
  }

  @Test(arguments: [["--help"], ["help"], ["list", "--help"], ["--version"]])
  func helpIsNoFailure(arguments: [String]) throws {
    let run = try Run(list: arguments)
    #expect(run.code == 0)
    #expect(!run.output.isEmpty)
    #expect(run.complaint.isEmpty)
  }

  @Test func withoutATerminalTheInterfaceSaysSo() throws {
    let register = try SampleRegister()
    let before = try register.snapshot()
    let run = try Run(list: [], data: register.path, environment: ["TERM": "xterm"])
    #expect(run.code != 0)
    #expect(run.complaint.hasPrefix("Giao diện cần một cửa sổ dòng lệnh"))
    #expect(try register.snapshot() == before)
  }

  @Test func theDateInForceIsReadAsPeopleWriteIt() throws {
    let register = try SampleRegister()
    for typed in ["2023-06-30", "30/6/2023", "30.6.23"] {
      let run = try Run("list", "hoanh", "--json", "--today", typed, data: register.path)
      #expect(try run.json()["today"] as? String == "2023-06-30")
    }
    #expect(try Run("list", "--today", "6/2023", data: register.path).code == 2)
    #expect(try Run("list", "--today", "x", data: register.path).code == 2)
  }

  @Test func printsTheKeys() throws {
    #expect(try Run("keys").output.contains("| `s` | Đổi trạng thái |"))
    #expect(try Run("keys", "--lang", "en").output.contains("| `s` | Change the status |"))
  }
}

@Suite struct InitAndCheckTests {
  @Test func aNewRegisterCanBeUsedAtOnce() throws {
    let folder = TemporaryFolder()
    let template = try SampleRegister()
    let path = folder.path + "/so moi"
    let run = try Run("init", path, "--from", template.path, "--name", "Sổ Nghệ An")
    #expect(run.output == "Đã lập sổ mới trong \(path).\n")
    #expect(run.code == 0)
    #expect(try Run("list", "--json", data: path).codes().isEmpty)
    #expect(try Run("list", "lead:ubbg", data: path).code == 0)
    #expect(try Run("check", data: path).output.hasSuffix("0 lỗi, 0 lưu ý.\n"))
  }

  @Test func aForeignFolderIsLeftAlone() throws {
    let register = try SampleRegister()
    let before = try register.snapshot()
    let there = try Run("init", register.path)
    #expect(there.code == 1)
    #expect(there.complaint.contains("đã là một sổ dondoc"))
    let foreign = try Run("init", register.path + "/registry", "--lang", "en")
    #expect(foreign.complaint.contains("Choose an empty folder"))
    #expect(try register.snapshot() == before)
  }

  @Test func checkNamesFileLineAndColumn() throws {
    let register = try SampleRegister()
    try register.replace("\"ubbgqg\"", by: "\"ubbg-qg\"", in: SampleRegister.quangNinh)
    let run = try Run("check", data: register.path)
    #expect(run.code == 1)
    #expect(
      run.output == """
        lỗi: follow-ups/quang-ninh/2023.json:34:22: danh mục cơ quan không có “ubbg-qg”. \
        Sửa lại, hoặc thêm vào registry/units.json.
        Đã kiểm tra 8 tệp, 4 mục: 1 lỗi, 0 lưu ý.

        """)
  }

  @Test func checkPrintsTheDocumentedShape() throws {
    let register = try SampleRegister()
    try register.replace(
      "\"tier\": \"background\"", by: "\"tier\":  \"background\"", in: SampleRegister.quangNinh)
    let run = try Run("check", "--json", "--lang", "en", data: register.path)
    #expect(run.code == 0)
    let json = try run.json()
    #expect(json["schema"] as? String == "dondoc.check/1")
    #expect(json["records"] as? Int == 4)
    let problem = try #require((json["problems"] as? [[String: Any]])?.first)
    #expect(problem["problem"] as? String == "notCanonical")
    #expect(problem["severity"] as? String == "warning")
    #expect(problem["file"] as? String == SampleRegister.quangNinh)
    #expect(problem["line"] as? Int == 61)
    #expect(problem["column"] as? Int == 13)
    #expect((problem["message"] as? String)?.contains("can be used") == true)
  }

  @Test func aNewerRegisterIsRefused() throws {
    let register = try SampleRegister()
    try register.replace("\"version\": 1", by: "\"version\": 3", in: "register.json")
    let before = try register.snapshot()
    for arguments in [["list"], ["note", "QN23-02", "x"], ["undo"], ["check"], []] {
      let run = try Run(list: arguments, data: register.path)
      #expect(run.code == 1)
      #expect(run.complaint.contains("mới hơn"))
    }
    #expect(try register.snapshot() == before)
  }
}
