/// The cheap half of Unicode's NFC: finding the few texts that may need it.
package enum NormalForm {
  /// Whether the text may change when it is composed; false is certain, true is a suspicion.
  ///
  /// Vietnamese in NFC, other Latin, Cyrillic, Han, kana and Hangul syllables give false; any
  /// combining mark, Hangul Jamo, compatibility sign or rarely used script gives true.
  package static func needsComposition(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    var position = 0
    while position < utf8.count {
      let byte = utf8[position]
      // ASCII, continuation bytes, U+0080–02FF.
      if byte < 0xCC {
        position += 1
        continue
      }
      let second = position + 1 < utf8.count ? utf8[position + 1] : 0
      let third = position + 2 < utf8.count ? utf8[position + 2] : 0
      if !isComposed(byte, second, third) { return true }
      position += 1
    }
    return false
  }

  /// Whether a scalar that begins with these bytes is surely composed and stays so whatever
  /// surely composed scalar follows.
  private static func isComposed(_ lead: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch lead {
    case 0xD0, 0xD1: true  // Cyrillic
    case 0xE1: (0xB8...0xBB).contains(second)  // Latin Extended Additional
    case 0xE2:  // punctuation without U+2000 and U+2001, currency, box drawing to dingbats
      switch second {
      case 0x80: third >= 0x82
      case 0x81, 0x82, 0x94...0x9F: true
      default: false
      }
    case 0xE3:  // CJK punctuation, kana
      switch second {
      case 0x80: !(0xAA...0xAF).contains(third)
      case 0x81: true
      case 0x82: third != 0x99 && third != 0x9A
      case 0x83: true
      default: false
      }
    case 0xE4: second >= 0xB8  // Han
    case 0xE5...0xE9: true
    case 0xEA: second >= 0xB0  // Hangul syllables
    case 0xEB, 0xEC: true
    case 0xED: second <= 0x9D
    case 0xEF: second == 0xBC || second == 0xBD  // full-width forms
    case 0xF0: second == 0x9F  // pictures
    default: false
    }
  }
}
