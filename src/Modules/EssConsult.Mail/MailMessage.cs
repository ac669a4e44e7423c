namespace EssConsult.Mail;

internal enum MailState
{
    /// <summary>To be sent when due; the one in flight too, its due date being when it would be tried again.</summary>
    Waiting,

    /// <summary>Waits for the person's next digest.</summary>
    ForDigest,

    /// <summary>Has gone out as part of a digest.</summary>
    Merged,
    Sent,

    /// <summary>Given up after the last attempt; an administrator can have it tried again.</summary>
    Failed,
}

/// <summary>One message to one person, as it was written when it was queued.</summary>
internal sealed class MailMessage
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Null once purged, as are the texts.</summary>
    public string? Recipient { get; set; }

    public string? PersonId { get; set; }

    public required string Template { get; init; }

    public required string Language { get; init; }

    public string? Subject { get; set; }

    public string? Text { get; set; }

    public string? Html { get; set; }

    /// <summary>For the header <c>List-Unsubscribe</c>.</summary>
    public string? UnsubscribeUrl { get; set; }

    /// <summary>An iCalendar object; it says itself by which method.</summary>
    public string? Calendar { get; set; }

    public string? CalendarMethod { get; init; }

    public Guid? Batch { get; init; }

    public MailState State { get; set; }

    /// <summary>Fixed here, so that a message repeated after a crash is recognised as the same one.</summary>
    public required string MessageId { get; init; }

    public DateTime QueuedUtc { get; init; }

    public DateTime DueUtc { get; set; }

    /// <summary>When a code or an offer has lapsed: the message is then given up.</summary>
    public DateTime? NotAfterUtc { get; set; }

    public DateTime? SentUtc { get; set; }

    public int Attempts { get; set; }

    public string? LastError { get; set; }

    /// <summary>Counts an attempt and says when the next one would come, should this one end in a crash.</summary>
    /// <returns>False when the message is not to be sent now.</returns>
    public bool Attempt(DateTime now, bool overLimit)
    {
        if (NotAfterUtc < now)
        {
            (State, LastError) = (MailState.Failed, "Too late to be of use.");
            return false;
        }

        (Attempts, DueUtc) = overLimit ? (Attempts, now.AddMinutes(15)) : (Attempts + 1, now + Retries.After(Attempts + 1));
        return !overLimit;
    }

    public void MarkSent(DateTime now) => (State, SentUtc, LastError) = (MailState.Sent, now, null);

    public void MarkFailed(string error, bool permanent)
    {
        LastError = Recipient is null ? error : error.Replace(Recipient, "…", StringComparison.OrdinalIgnoreCase);
        State = permanent || Attempts >= Retries.Most ? MailState.Failed : MailState.Waiting;
    }

    public void TryAgain(DateTime now) => (State, Attempts, DueUtc, NotAfterUtc) = (MailState.Waiting, 0, now, null);
}
