extension Chase {
  package init(
    on: Day, channel: ChaseChannel, to: String? = nil, paper: String? = nil, replyBy: Day? = nil
  ) {
    self.init(on: on, channel: channel.rawValue, to: to, paper: paper, replyBy: replyBy)
  }
}

extension Action {
  /// A chase is written down and alters nothing else; without a name it goes to the lead.
  func outcomeOfChase(
    _ chase: Chase, _ followUp: FollowUp, _ fields: Fields
  ) throws(ActionError) -> ActionOutcome {
    guard followUp.derivedStatus.isOpen else { throw .chaseOfEnded(followUp.derivedStatus) }
    if let replyBy = chase.replyBy, replyBy < chase.on {
      throw .replyBeforeChase(replyBy: replyBy, on: chase.on)
    }
    var chase = chase
    chase.to = chase.to ?? followUp.lead?.unit
    var edits = FieldEdits(fields)
    edits.add(.chases, [chase.value])
    return ActionOutcome(edits: edits.all)
  }
}
