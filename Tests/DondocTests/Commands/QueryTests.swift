import Foundation
import TestKit
import Testing

/// The language of queries as `dondoc list` speaks it.
@Suite struct QueryTests {
  @Test(arguments: [
    (["tỉnh:QUẢNG-NINH -open"], ["QN23-01"]),
    (["han<2023-06-30 OR uutien<=2"], ["QN23-03", "NA23-01"]),
    (["trangthai:moi,dong-y"], ["QN23-02", "QN23-03"]),
    (["(chutri:ubbg OR chutri:đba)", "mở"], ["QN23-02", "NA23-01"]),
    (["hạn<=+5d"], ["NA23-01", "QN23-02"]),
    (["due:none open"], ["QN23-03"]), (["phoihop:vu-dba"], ["QN23-02"]),
    (["thieu:nguoi -loai:event"], ["QN23-02", "QN23-03"]),
    (["--", "-hoành", "-clip"], ["QN23-01", "QN23-03"]),
    (["quãng"], []), (["quảng tây"], ["QN23-02"]), (["ubbgqg"], ["QN23-02"]),
  ])
  func findsWhatIsAsked(query: [String], codes: [String]) throws {
    let register = try SampleRegister()
    let run = try Run(
      list: ["list", "--json", "--today", "2023-06-25"] + query, data: register.path)
    #expect(Set(try run.followUps().compactMap { $0["code"] as? String }) == Set(codes))
  }

  @Test func aMistakeIsPointedAtAndRefused() throws {
    let register = try SampleRegister()
    let run = try Run("list", "mở han<31/2", "--lang", "en", data: register.path)
    #expect(run.code == 2)
    #expect(
      run.complaint == """
        mở han<31/2
               ^~~~
        There is no “31/2” in the calendar.

        """)
  }

  @Test(arguments: ["vi", "en"])
  func theFieldsArePrinted(language: String) throws {
    let run = try Run("fields", "--lang", language, data: nil)
    #expect(run.code == 0)
    #expect(run.output.contains("`trangthai:`") && run.output.contains("`status:`"))
  }
}
