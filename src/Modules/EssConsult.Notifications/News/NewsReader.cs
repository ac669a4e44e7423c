namespace EssConsult.Notifications.News;

/// <summary>What a person has read and had by mail, and when they want to be left alone.</summary>
internal sealed class NewsReader
{
    public required string PersonId { get; init; }

    /// <summary>News up to this instant were shown on the site.</summary>
    public DateTime? SeenUtc { get; set; }

    /// <summary>News up to this instant were in a summary.</summary>
    public DateTime? DigestedUtc { get; set; }

    /// <summary>No mail of news at all, whatever the kinds say.</summary>
    public bool MailOff { get; set; }

    /// <summary>Null for the site's own hours.</summary>
    public int? QuietFrom { get; set; }

    public int? QuietUntil { get; set; }

    public bool SundayOn { get; set; }

    public QuietHours Quiet => new(QuietFrom ?? QuietHours.Usual.From, QuietUntil ?? QuietHours.Usual.Until, !SundayOn);
}

/// <summary>What a person wants of one kind of news; those who have not chosen have no row.</summary>
internal sealed class NewsChoice
{
    public required string PersonId { get; init; }

    public required string Kind { get; init; }

    public bool OffSite { get; set; }

    public NewsMail Mail { get; set; }

    /// <summary>News of the kind up to this instant were in a mail of their own.</summary>
    public DateTime? MailedUtc { get; set; }
}
