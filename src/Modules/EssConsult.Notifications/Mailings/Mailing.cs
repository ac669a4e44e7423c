namespace EssConsult.Notifications.Mailings;

internal enum MailingState
{
    Draft,
    Scheduled,

    /// <summary>Messages are being written; one that is stopped here goes no further.</summary>
    Sending,
    Sent,
    Cancelled,
}

/// <summary>A message from the team to many people, written once.</summary>
internal sealed class Mailing
{
    public const int LongestSubject = 150;
    public const int LongestText = 10_000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Name of an <see cref="IAudience"/> and the id of its choice.</summary>
    public required string Audience { get; set; }

    public required string AudienceId { get; set; }

    /// <summary>As it was called when the message was saved.</summary>
    public required string AudienceTitle { get; set; }

    public required string Why { get; set; }

    public required string Subject { get; set; }

    /// <summary>Markdown.</summary>
    public required string Text { get; set; }

    /// <summary>Leaves at night and on Sunday too.</summary>
    public bool IsUrgent { get; set; }

    public MailingState State { get; set; }

    public DateTime CreatedUtc { get; init; }

    /// <summary>Empty once that person is gone.</summary>
    public required string CreatedById { get; init; }

    public DateTime? ScheduledUtc { get; set; }

    public DateTime? FinishedUtc { get; set; }

    /// <summary>The last person reached: where to go on from after a crash.</summary>
    public string Cursor { get; set; } = string.Empty;

    /// <summary>Messages written so far.</summary>
    public int Written { get; set; }

    /// <summary>People who want no such message.</summary>
    public int Refused { get; set; }

    /// <summary>People without an address that can be written to.</summary>
    public int Unreachable { get; set; }

    /// <summary>People who ended such messages by the link of this one.</summary>
    public int Unsubscribed { get; set; }

    /// <summary>Changes with each write, so that two nodes never write the same messages.</summary>
    public Guid Version { get; set; } = Guid.NewGuid();
}
