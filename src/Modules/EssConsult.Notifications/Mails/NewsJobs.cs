namespace EssConsult.Notifications.Mails;

/// <summary>One piece a person and day for the mail's summary.</summary>
internal sealed class NewsDigest(NewsMails mails) : IRecurringJob
{
    public string Name => "news-digest";

    public Task RunAsync(CancellationToken ct) => mails.SendAsync(NewsMail.Digest, ct);
}

/// <summary>For those who asked to hear at once: what happened within the same minutes goes together.</summary>
internal sealed class NewsAtOnce(NewsMails mails) : IRecurringJob
{
    public string Name => "news-at-once";

    public Task RunAsync(CancellationToken ct) => mails.SendAsync(NewsMail.AtOnce, ct);
}
