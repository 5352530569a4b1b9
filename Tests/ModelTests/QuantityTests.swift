import Model
import Testing

@Suite struct QuantityTests {
  @Test(arguments: [
    ("1", "2", "3"), ("10.05", "0.95", "11.00"), ("1.5", "-2", "-0.5"), ("0.05", "0", "0.05"),
    ("-0.5", "0.25", "-0.25"),
  ])
  func sumsAreExact(one: String, other: String, sum: String) {
    let result = ExactNumber(one).flatMap { first in
      ExactNumber(other).flatMap { first.adding($0) }
    }
    #expect(result?.text == sum)
  }

  @Test(arguments: ["1e3", "", "99999999999999999999"])
  func whatCannotBeCountedWithIsNoNumber(text: String) {
    #expect(ExactNumber(text) == nil)
  }

  @Test func aSumThatIsTooLongIsNone() {
    let most = ExactNumber("9223372036854775807")
    #expect(most.flatMap { $0.adding($0) } == nil)
  }

  @Test(arguments: [
    (Qualifier.exact, Qualifier.exact, Qualifier.exact), (.exact, .under, .under),
    (.under, .exact, .under), (.under, .under, .under), (.over, .exact, .over),
    (.under, .over, .approx), (.approx, .exact, .approx), (.over, .approx, .approx),
  ])
  func nearlyAndOverTravelWithTheSum(one: Qualifier, other: Qualifier, sum: Qualifier) {
    #expect(one.joined(with: other) == sum)
  }
}
