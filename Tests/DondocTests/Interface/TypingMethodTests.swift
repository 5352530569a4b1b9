import PtyKit
import TestKit
import Testing

/// Which typing method the interface begins with, and that a key changes it.
@Suite(.serialized, .timeLimit(.minutes(5))) struct TypingMethodTests {
  @Test(arguments: [
    (environment: [:], shown: "Telex", typed: "hoaf", text: "/ hòa"),
    (environment: ["DONDOC_TYPING": "VNI"], shown: "VNI", typed: "hoa2", text: "/ hòa"),
    (environment: ["DONDOC_TYPING": "off"], shown: nil, typed: "hoaf2", text: "/ hoaf2"),
    (environment: ["DONDOC_LANG": "en"], shown: nil, typed: "hoaf2", text: "/ hoaf2"),
  ])
  func theMethodIsWhatWasSaid(
    environment: [String: String], shown: String?, typed: String, text: String
  ) throws {
    let program = try BuiltProgram.open(RealRegister.path, environment: environment)
    #expect(program.expect("147 / 185"))
    try program.send("/" + typed)
    #expect(program.expect(text))
    for name in ["Telex", "VNI"] {
      #expect(program.screen.rows[0].contains("·  \(name)") == (name == shown))
    }
    try program.send("\u{1B}")
    #expect(program.expect("147 / 185"))
    try program.send("q")
    #expect(program.waitForExit(within: 20_000) == 0)
  }

  @Test func vietnameseIsTypedInTheFilterAndTheKeyTurnsItOff() throws {
    let program = try BuiltProgram.open(RealRegister.path)
    #expect(program.expect("147 / 185"))
    try program.send("/yeen tuwr coon sown")
    #expect(program.expect("/ yên tử côn sơn"))
    try program.send("\u{15}\u{14}")
    #expect(program.expect("·  VNI"))
    try program.send("d9o62ng\u{14}a1")
    #expect(program.expect("/ đồnga1"))
    try program.send("\u{1B}")
    #expect(program.expect("147 / 185"))
    try program.send("q")
    #expect(program.waitForExit(within: 20_000) == 0)
  }
}
