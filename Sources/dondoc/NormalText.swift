import CSystem
import Vietnamese

/// The NFC form of what a person typed; texts that need nothing are given back as they are.
func nfc(_ text: String) -> String {
  var text = text
  return text.withUTF8 { bytes -> String? in
    guard NormalForm.needsComposition(bytes) else { return nil }
    let length = csys_nfc(bytes.baseAddress, bytes.count, nil, 0)
    guard length != .max else { return nil }
    return String(unsafeUninitializedCapacity: length) { room in
      csys_nfc(bytes.baseAddress, bytes.count, room.baseAddress, length)
    }
  } ?? text
}
