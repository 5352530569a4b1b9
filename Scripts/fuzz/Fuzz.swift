internal import FuzzTargets
internal import Glibc

/// What libFuzzer calls with each input; $FUZZ_TARGET names what reads it.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  chosen.run(UnsafeRawBufferPointer(start: start, count: count))
  return 0
}

private let chosen: FuzzTarget = {
  let name = getenv("FUZZ_TARGET").map { String(cString: $0) } ?? ""
  guard let target = FuzzTarget(rawValue: name) else {
    let known = FuzzTarget.allCases.map(\.rawValue).joined(separator: ", ")
    preconditionFailure("FUZZ_TARGET is one of \(known)")
  }
  return target
}()
