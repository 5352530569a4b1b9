package import Model
package import Terminal

/// What a colour is for; which colour that is, the theme says.
package enum Role: CaseIterable, Sendable {
  case text, strong, dim, hairline, accent, heading
  case overdue, soon, done, agreed, waiting, working
  case error
}

/// A look: one style for each role, and the ground of the selected row.
package struct Theme: Equatable, Sendable {
  package enum Name: String, CaseIterable, Sendable {
    case dark, light, sixteen, mono
  }

  package let name: Name

  package init(_ name: Name) { self.name = name }

  package func style(_ role: Role) -> Style {
    switch name {
    case .dark: Theme.coloured(role, Theme.darkHex(role))
    case .light: Theme.coloured(role, Theme.lightHex(role))
    case .sixteen: Theme.coloured(role, Theme.sixteenHex(role))
    case .mono: Theme.monochrome(role)
    }
  }

  /// Laid under the selected row of the active pane; nil where a terminal has no colours.
  package var selectedGround: Colour? {
    switch name {
    case .dark: Colour(hex: 0x20262D)
    case .light: Colour(hex: 0xE4EAEE)
    case .sixteen, .mono: nil
    }
  }

  private static func coloured(_ role: Role, _ hex: UInt32?) -> Style {
    var style = Style(foreground: hex.map { Colour(hex: $0) } ?? .default)
    switch role {
    case .strong, .heading: style.isBold = true
    case .text, .dim, .hairline, .accent, .overdue, .soon, .done, .agreed, .waiting, .working,
      .error:
      break
    }
    return style
  }

  private static func monochrome(_ role: Role) -> Style {
    switch role {
    case .strong, .heading, .accent, .overdue, .error: Style(isBold: true)
    case .dim, .hairline, .done: Style(isDim: true)
    case .text, .soon, .agreed, .waiting, .working: .plain
    }
  }

  /// nil is the terminal's own text colour.
  private static func darkHex(_ role: Role) -> UInt32? {
    switch role {
    case .text, .strong: nil
    case .dim: 0x7D8590
    case .hairline: 0x3A414A
    case .accent, .heading, .working: 0x5FB3B3
    case .overdue, .error: 0xE06C75
    case .soon: 0xE5B567
    case .done: 0x8FBF7F
    case .agreed: 0x7AA7D9
    case .waiting: 0xB79BD6
    }
  }

  private static func lightHex(_ role: Role) -> UInt32? {
    switch role {
    case .text, .strong: nil
    case .dim: 0x6B7280
    case .hairline: 0xC4CCD4
    case .accent, .heading, .working: 0x0F7173
    case .overdue, .error: 0xB3261E
    case .soon: 0x8A5A00
    case .done: 0x2F6B2F
    case .agreed: 0x1F5FA8
    case .waiting: 0x6B3FA0
    }
  }

  /// The sixteen colours of every terminal, by the values xterm gives them.
  private static func sixteenHex(_ role: Role) -> UInt32? {
    switch role {
    case .text, .strong: nil
    case .dim, .hairline: 0x7F7F7F
    case .accent, .heading, .working: 0x00CDCD
    case .overdue, .error: 0xCD0000
    case .soon: 0xCDCD00
    case .done: 0x00CD00
    case .agreed: 0x5C5CFF
    case .waiting: 0xCD00CD
    }
  }
}

extension Theme {
  package func style(_ status: Status) -> Style {
    switch status {
    case .new: style(Role.text)
    case .agreed, .assigned: style(Role.agreed)
    case .inProgress: style(Role.working)
    case .awaitingReply: style(Role.waiting)
    case .reported: style(Role.soon)
    case .done: style(Role.done)
    case .closed, .paused, .carriedOver, .notPursued, .merged: style(Role.dim)
    }
  }

  package func style(_ state: DeadlineState) -> Style {
    switch state {
    case .overdue: style(Role.overdue).bold
    case .dueToday, .dueSoon: style(Role.soon)
    case .doneLate: style(Role.dim)
    case .none, .within, .doneInTime, .periodic, .off: style(Role.dim)
    }
  }
}
