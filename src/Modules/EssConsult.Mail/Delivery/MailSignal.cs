using EssConsult.Mail.Contracts;

namespace EssConsult.Mail.Delivery;

/// <summary>Wakes the sender when a message was committed; the poll finds those whose retry is due.</summary>
internal sealed class MailSignal(TimeProvider clock) : EventSignal<MailQueued>("mail-signal", clock);
