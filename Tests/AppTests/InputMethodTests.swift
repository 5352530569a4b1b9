import App
import Foundation
import Terminal
import TestKit
import Testing

@Suite struct InputMethodTests {
  private static let characters = Keymap.standard.characters.sorted()

  private static func keys(_ text: some Sequence<Character>) -> [KeyPress] {
    text.map(KeyPress.character)
  }

  /// What the terminal makes of bytes that come in these pieces.
  private func decoded(_ pieces: some Sequence<ArraySlice<UInt8>>) -> [KeyPress] {
    var decoder = KeyDecoder()
    var keys: [KeyPress] = []
    for piece in pieces {
      decoder.feed(piece)
      while let event = decoder.next() {
        if case .key(let key) = event { keys.append(key) }
      }
    }
    return keys
  }

  private func recovered(_ sent: [KeyPress], by reader: InputMethodKeys) -> [KeyPress] {
    var reader = reader
    let keys = sent.flatMap { reader.keys(for: $0) }
    return keys + reader.pause()
  }

  private func reader(_ method: InputMethodSimulator.Method) -> InputMethodKeys {
    InputMethodKeys(
      method: method == .telex ? .telex : .vni, bound: Keymap.standard.characters)
  }

  @Test func dump() {
    for method in InputMethodSimulator.Method.allCases {
      for manner in InputMethodSimulator.Manner.allCases {
        var wrong: [String] = []
        var torn = 0
        for first in Self.characters {
          for second in Self.characters {
            let bytes = InputMethodSimulator.bytes([first, second], method, manner)
            let found = recovered(decoded([bytes[...]]), by: reader(method))
            if found != Self.keys([first, second]) {
              let text = found.map(\.name).joined()
              let isTwin = InputMethodSimulator.bytes(text, method, manner) == bytes
              wrong.append("\(first)\(second):\(String(decoding: bytes, as: UTF8.self).replacing("\u{7f}", with: "<")):\(text)\(isTwin ? "" : "!!!")")
            }
            torn += 1
          }
        }
        print(method, manner, torn, wrong.count, wrong.joined(separator: "  "))
      }
    }
    for method in InputMethodSimulator.Method.allCases {
      for manner in InputMethodSimulator.Manner.allCases {
      var wrong: [String] = [], twins = 0, all = 0
      for a in Self.characters { for b in Self.characters { for c in Self.characters {
        all += 1
        let bytes = InputMethodSimulator.bytes([a, b, c], method, manner)
        if bytes.count == 3 { continue }
        let found = recovered(decoded([bytes[...]]), by: reader(method))
        if found != Self.keys([a, b, c]) {
          let text = found.map(\.name).joined()
          if InputMethodSimulator.bytes(text, method, manner) == bytes { twins += 1; continue }
          wrong.append("\(a)\(b)\(c):\(String(decoding: bytes, as: UTF8.self).replacing("\u{7f}", with: "<")):\(text)")
        }
      }}}
      print("TRIPLES", method, manner, all, twins, wrong.count, wrong.prefix(60).joined(separator: "  "))
      }
    }
  }
}
