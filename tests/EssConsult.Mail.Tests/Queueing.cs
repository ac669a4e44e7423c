using EssConsult.Kernel.Data;

namespace EssConsult.Mail.Tests;

/// <summary>What a message of these tests says; the rest is the same for all.</summary>
internal sealed record Queued(string MessageId, MailState State = MailState.Waiting, string Language = "fr", string Text = "Bonjour");

internal static class Queueing
{
    /// <summary>A message as a module would have queued it.</summary>
    public static Task QueueAsync(this Site site, string address, Func<Queued, Queued>? change = null) => site.InDatabaseAsync(async db =>
    {
        var queued = new Queued($"{Guid.NewGuid():N}@exemple.fr");
        queued = change?.Invoke(queued) ?? queued;
        var now = site.Clock.UtcNow();
        db.Add(new MailMessage
        {
            Recipient = address, Template = "news", Language = queued.Language, Subject = "Bonjour", Text = queued.Text, Html = $"<p>{queued.Text}</p>",
            State = queued.State, MessageId = queued.MessageId, QueuedUtc = now, DueUtc = now,
        });
        await db.SaveChangesAsync();
    });
}
